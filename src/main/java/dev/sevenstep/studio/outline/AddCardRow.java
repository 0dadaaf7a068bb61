package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Component;
import dev.sevenstep.design.Design;
import dev.sevenstep.design.Kind;
import dev.sevenstep.design.Step;
import dev.sevenstep.design.edit.Edits;
import dev.sevenstep.design.layout.FrameLayout;
import dev.sevenstep.design.layout.Point;
import dev.sevenstep.studio.control.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Adds components to a step: its own kinds first, then those of other steps, which go to their own. */
final class AddCardRow extends OutlineRow {
    private static final int NO_MATCH = 4;

    private final Outline outline;
    private final Step step;
    private final FilterList<Kind> kinds;

    AddCardRow(Item item, Step step, Outline outline) {
        super(item);
        this.outline = outline;
        this.step = step;
        getStyleClass().add("outline-add");
        List<Kind> own = outline.session().catalogue().kinds(step);
        String examples = String.join(", ", own.stream().limit(2)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
        kinds = new FilterList<>("Add a component: " + examples + "…", this::matching, new Look(), this::add,
                outline::show);
        kinds.field().setId("outline-add-" + step.id());
        FontIcon plus = new FontIcon("ci-add");
        plus.setAccessibleRole(AccessibleRole.NODE);
        HBox.setHgrow(kinds, Priority.ALWAYS);
        getChildren().add(new HBox(plus, kinds));
    }

    @Override
    Node handle() {
        return kinds.field();
    }

    @Override
    void show(OutlineModel model, boolean open) {
    }

    /** Whether the list of kinds is open and has the arrows. */
    boolean isChoosing() {
        return kinds.isOpen();
    }

    private List<Kind> matching(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Kind> found = new ArrayList<>(outline.session().catalogue().kinds());
        found.removeIf(kind -> wanted.isEmpty() ? kind.step() != step : rank(kind, wanted) == NO_MATCH);
        found.sort(Comparator.comparingInt((Kind kind) -> kind.step() == step ? 0 : 1)
                .thenComparingInt(kind -> rank(kind, wanted)));
        return found;
    }

    private static int rank(Kind kind, String wanted) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (name.startsWith(wanted)) {
            return 0;
        }
        if (name.contains(" " + wanted) || name.contains("-" + wanted)) {
            return 1;
        }
        return name.contains(wanted) ? 2 : kind.help().toLowerCase(Locale.ROOT).contains(wanted) ? 3 : NO_MATCH;
    }

    private void add(Kind kind) {
        Design design = outline.session().design();
        Point place = FrameLayout.placeFor(design, kind.step(), Component.DEFAULT_WIDTH, Component.DEFAULT_HEIGHT);
        Component card = Edits.newComponent(design, kind, place.x(), place.y());
        outline.session().apply(Edits.addComponent(card));
        outline.rename(new Item.Card(card.id()));
    }

    private final class Look implements FilterList.Look<Kind> {
        @Override
        public Node node(Kind kind) {
            Label help = new Label(kind.step() == step
                    ? kind.help()
                    : "goes to step " + kind.step().number() + ", " + kind.step().shortName());
            help.getStyleClass().addAll("muted", "small-text");
            Label name = new Label(kind.name());
            name.setMinWidth(Label.USE_PREF_SIZE);
            return new Row(new FontIcon(kind.icon()), name, help);
        }

        @Override
        public String spoken(Kind kind) {
            return kind.name() + (kind.step() == step ? "" : ", goes to step " + kind.step().number()) + ". "
                    + kind.help();
        }
    }
}
