package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Decision;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Link;
import dev.sevenstep.design.Step;
import dev.sevenstep.pipeline.Experiment;
import dev.sevenstep.studio.command.Commands;
import dev.sevenstep.studio.document.DocumentSession;
import dev.sevenstep.studio.document.Selection;
import dev.sevenstep.studio.form.FormParts;
import dev.sevenstep.studio.form.HelpStrip;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The design as a form, step by step. What has the focus here is selected; what is selected elsewhere comes into view. */
public final class OutlineView extends BorderPane {
    private static final double NAV_FROM_WIDTH = 900;

    private final DocumentSession session;
    private final Supplier<List<Experiment>> cases;
    private final Outline outline = new Own();
    private final HelpStrip help = new HelpStrip();
    private final StepNav nav = new StepNav(item -> goToTop(item));
    private final OutlineColumn column = new OutlineColumn(this::make, this::show, this::markStep);
    private final OutlineKeys keys;
    /** Items that are not as they are by themselves: opened or closed by the user. */
    private final Set<Item> changed = new HashSet<>();
    private OutlineModel model;
    private Subscription focus = Subscription.EMPTY;
    /** What was gone to last. */
    private Item gone = new Item.Head();
    private boolean choosing;
    private boolean keepSelection;

    /** @param cases the case studies that a design can be linked with; asked when they are needed */
    public OutlineView(DocumentSession session, Supplier<List<Experiment>> cases) {
        this.session = session;
        this.cases = cases;
        keys = new OutlineKeys(this, session, outline);
        model = OutlineModel.of(session.design(), this::isOpen);
        getStyleClass().add("outline");
        setId("outline");
        getStylesheets().addAll(FormParts.sheet(), sheet());
        setAccessibleText("Outline of the design. Arrows go from line to line, Enter goes into a line's form.");
        help.getStyleClass().add("surface");
        help.setShown(true);
        help.setIdle("In the outline", "↑ ↓ lines · Enter form, Esc back · 1–7 steps · / adds · F2 renames · "
                + "Alt+arrows move");
        setCenter(new BorderPane(column, null, null, help, null));
        column.addEventFilter(KeyEvent.KEY_PRESSED, keys::onLine);
        column.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        column.addEventHandler(KeyEvent.KEY_PRESSED, keys::inForm);
        column.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        Commands.keep(this, OutlineKeys::keeps);
        widthProperty().subscribe(width -> setLeft(width.doubleValue() >= NAV_FROM_WIDTH ? nav : null));
        session.designProperty().subscribe(_ -> refresh());
        session.selectionProperty().subscribe(_ -> followSelection());
        session.historyProperty().subscribe(_ -> {
            changed.clear();
            help.clear();
            refresh();
            column.toTop();
            if (rowOf(focused()).isPresent()) {
                goTo(new Item.Head());
            }
        });
        sceneProperty().subscribe(this::follow);
    }

    private static String sheet() {
        return Objects.requireNonNull(OutlineView.class.getResource("outline.css"), "outline.css").toExternalForm();
    }

    /** Gives the focus to the line of what is selected, or to the first one. */
    public void focusLine() {
        goTo(selectedItem().orElse(new Item.Head()));
    }

    /** Puts the cursor into the design's title, ready to be replaced. */
    public void editTitle() {
        outline.rename(new Item.Head());
    }

    private void follow(@Nullable Scene scene) {
        focus.unsubscribe();
        focus = Subscription.EMPTY;
        if (scene != null) {
            refresh();
            focus = scene.focusOwnerProperty().subscribe(this::focusMoved);
            selectedItem().ifPresent(item -> column.reveal(item, false));
        }
    }

    private void refresh() {
        if (getScene() == null) {
            return;
        }
        Optional<Item> held = rowOf(focused()).map(OutlineRow::item);
        int place = held.map(column::placeOf).orElse(-1);
        model = OutlineModel.of(session.design(), this::isOpen);
        column.setItems(model.items());
        column.rows().forEach(this::show);
        nav.show(model);
        // What had the focus is gone: the line that took its place has it now.
        if (held.isPresent() && column.placeOf(held.get()) < 0 && place >= 0) {
            goTo(model.items().get(Math.min(place, model.items().size() - 1)));
        }
    }

    private OutlineRow make(Item item) {
        return switch (item) {
            case Item.Head _ -> new HeadRow(item, outline);
            case Item.StepHead(Step step) -> new StepHeadRow(item, step, outline);
            case Item.StepFields(Step step) -> new StepFieldsRow(item, step, outline);
            case Item.Card(String id) -> new CardRow(item, id, outline);
            case Item.AddCard(Step step) -> new AddCardRow(item, step, outline);
            case Item.Decisions(Step step) -> new DecisionsRow(item, step, outline);
            case Item.NotesHead _ -> new NotesHeadRow(item, outline);
            case Item.NoteItem(String id) -> new NoteRow(item, id, outline);
            case Item.GroupItem(String id) -> new GroupRow(item, id, outline);
            case Item.AddNote _ -> new AddNoteRow(item, outline);
        };
    }

    private void show(OutlineRow row) {
        row.show(model, isOpen(row.item()));
        mark(row);
    }

    private void mark(OutlineRow row) {
        Selection selection = session.selection();
        boolean chosen = switch (row.item()) {
            case Item.StepHead(Step step) -> selection.step().equals(Optional.of(step));
            default -> row.item().element().filter(selection::contains).isPresent();
        };
        row.setChosen(chosen);
        if (row instanceof FoldingRow folding && folding.body() != null) {
            folding.body().markLinks(selection::contains);
        }
    }

    boolean isOpen(Item item) {
        return item.opensByItself() != changed.contains(item);
    }

    void setOpen(Item item, boolean open) {
        boolean folds = !(item instanceof Item.AddCard || item instanceof Item.AddNote);
        if (folds && isOpen(item) != open) {
            if (!changed.remove(item)) {
                changed.add(item);
            }
            session.closeMerge();
            refresh();
            column.reveal(item, false);
        }
    }

    /** The row that a node stands in. */
    Optional<OutlineRow> rowOf(@Nullable Object inside) {
        for (Node at = inside instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof OutlineRow row) {
                return row.getParent() == column ? Optional.of(row) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private @Nullable Node focused() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    /** Gives the focus to an item's line, opening the heading it stands under. */
    void goTo(Item item) {
        openHeading(item);
        column.reveal(item, false).ifPresent(row -> row.handle().requestFocus());
    }

    private void goToTop(Item item) {
        setOpen(item, true);
        column.reveal(item, true).ifPresent(row -> row.handle().requestFocus());
    }

    /** @param extend whether what was selected stays selected */
    void goBy(Item from, int by, boolean extend) {
        List<Item> items = model.items();
        int place = Math.clamp((long) column.placeOf(from) + by, 0, items.size() - 1);
        Selection before = session.selection();
        goTo(items.get(place));
        Optional<String> element = items.get(place).element();
        if (extend && element.isPresent()) {
            Set<String> ids = new LinkedHashSet<>(before.ids());
            ids.add(element.get());
            select(Selection.of(ids));
        }
    }

    void goToLast() {
        goTo(model.items().getLast());
    }

    /** Goes to the next heading (1) or the one before (-1). */
    void goToHeading(Item from, int by) {
        List<Item> items = model.items();
        for (int i = column.placeOf(from) + by; i >= 0 && i < items.size(); i += by) {
            if (items.get(i) instanceof Item.StepHead || items.get(i) instanceof Item.NotesHead
                    || items.get(i) instanceof Item.Head) {
                goTo(items.get(i));
                return;
            }
        }
    }

    /** Goes to where components are added to the step in hand. */
    void goToAdding(Item from) {
        goTo(new Item.AddCard(model.stepOf(from).orElse(Step.PROBLEM)));
    }

    private void openHeading(Item item) {
        if (column.placeOf(item) < 0) {
            Item heading = model.stepOf(item).<Item>map(Item.StepHead::new).orElse(new Item.NotesHead());
            if (!isOpen(heading)) {
                setOpen(heading, true);
            }
        }
    }

    private void focusMoved(@Nullable Node owner) {
        Optional<OutlineRow> row = rowOf(owner);
        if (owner == null || row.isEmpty()) {
            return;
        }
        column.reveal(owner);
        gone = row.get().item();
        markStep();
        if (owner == row.get().handle()) {
            help.clear();
        }
        if (!keepSelection && !LinkLine.isAround(owner)) {
            chooseItem(row.get().item(), owner == row.get().handle());
        }
    }

    /** Marks the step of what was gone to last or, once that is scrolled away, of what stands at the top. */
    private void markStep() {
        Optional<Item> read = column.isInView(gone) ? Optional.of(gone) : column.atTop();
        nav.mark(read.flatMap(model::stepOf));
    }

    private void chooseItem(Item item, boolean alone) {
        Selection now = session.selection();
        Optional<String> element = item.element();
        if (element.isPresent()) {
            if (alone || !now.contains(element.get())) {
                select(Selection.of(element.get()));
            }
        } else {
            select(model.stepOf(item).map(Selection::of).orElse(Selection.none()));
        }
    }

    private void select(Selection selection) {
        choosing = true;
        session.select(selection);
        choosing = false;
    }

    private void followSelection() {
        if (getScene() == null) {
            return;
        }
        if (!choosing) {
            selectedItem().ifPresent(item -> {
                openHeading(item);
                column.reveal(item, false);
                gone = item;
                markStep();
            });
        }
        column.rows().forEach(this::mark);
    }

    /** Where what is selected stands; a link stands in the form of the component that it leaves, which is opened for it. */
    private Optional<Item> selectedItem() {
        Selection selection = session.selection();
        if (selection.step().isPresent()) {
            return selection.step().map(Item.StepHead::new);
        }
        if (selection.ids().isEmpty()) {
            return Optional.empty();
        }
        String id = List.copyOf(selection.ids()).getLast();
        Design design = session.design();
        Optional<Link> link = design.links().get(id);
        if (link.isPresent()) {
            Item card = new Item.Card(link.get().from());
            openHeading(card);
            setOpen(card, true);
            return Optional.of(card);
        }
        return design.components().get(id).<Item>map(_ -> new Item.Card(id))
                .or(() -> design.notes().get(id).map(_ -> new Item.NoteItem(id)))
                .or(() -> design.groups().get(id).map(_ -> new Item.GroupItem(id)))
                .or(() -> design.decisions().get(id).map(Decision::step).map(Item.Decisions::new));
    }

    /** Ctrl or Shift and a click keep what was selected. */
    private void pressed(MouseEvent event) {
        Optional<OutlineRow> row = rowOf(event.getTarget());
        boolean adds = event.isShortcutDown() || event.isShiftDown();
        if (adds && row.isPresent() && isLine(event.getTarget(), row.get())) {
            row.get().item().element().ifPresent(id -> {
                keepSelection = true;
                row.get().handle().requestFocus();
                keepSelection = false;
                select(event.isShortcutDown()
                        ? session.selection().toggled(id)
                        : Selection.of(model.upTo(row.get().item(), session.selection().ids())));
                event.consume();
            });
        }
    }

    private static boolean isLine(Object target, OutlineRow row) {
        for (Node at = target instanceof Node node ? node : null; at != null && at != row; at = at.getParent()) {
            if (at == row.handle()) {
                return true;
            }
        }
        return false;
    }

    /** What rows see of the outline. */
    private final class Own implements Outline {
        @Override
        public DocumentSession session() {
            return session;
        }

        @Override
        public Supplier<List<Experiment>> cases() {
            return cases;
        }

        @Override
        public HelpStrip help() {
            return help;
        }

        @Override
        public boolean isOpen(Item item) {
            return OutlineView.this.isOpen(item);
        }

        @Override
        public void setOpen(Item item, boolean open) {
            OutlineView.this.setOpen(item, open);
        }

        @Override
        public void go(Item item) {
            goTo(item);
        }

        @Override
        public void rename(Item item) {
            openHeading(item);
            OutlineView.this.setOpen(item, true);
            column.reveal(item, false).ifPresent(OutlineRow::rename);
        }

        @Override
        public void show(Node part) {
            column.reveal(part);
        }

        @Override
        public void choose(String element) {
            if (!session.selection().contains(element)) {
                select(Selection.of(element));
            }
        }
    }
}
