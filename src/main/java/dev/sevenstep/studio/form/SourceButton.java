package dev.sevenstep.studio.form;

import dev.sevenstep.design.Source;
import dev.sevenstep.studio.control.SourceBadge;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** The badge that says where a number comes from, as a menu to say otherwise. */
final class SourceButton extends Button {
    private final String what;
    private final Tooltip tip = new Tooltip();

    /**
     * @param what whose source it is, for screen readers
     */
    SourceButton(String what, Consumer<Source> choose) {
        this.what = what;
        getStyleClass().setAll("badge", "source-button");
        setTooltip(tip);
        setOnAction(_ -> menu(choose).show(this, Side.BOTTOM, 0, 4));
        show(Optional.empty());
    }

    /** Empty for a field without a number: then there is nothing to say. */
    void show(Optional<Source> source) {
        getStyleClass().removeIf(style -> style.startsWith("source-") && !style.equals("source-button"));
        setVisible(source.isPresent());
        source.ifPresent(from -> {
            getStyleClass().add(SourceBadge.styleOf(from));
            setText(from == Source.CALCULATED ? "calc." : SourceBadge.nameOf(from));
            setAccessibleText("Source of " + what + ": " + SourceBadge.nameOf(from));
            tip.setText(SourceBadge.nameOf(from) + ": " + SourceBadge.meaningOf(from));
        });
    }

    private static ContextMenu menu(Consumer<Source> choose) {
        ContextMenu menu = new ContextMenu();
        for (Source source : Source.values()) {
            SourceBadge badge = new SourceBadge(source);
            badge.setMinWidth(76);
            MenuItem item = new MenuItem(SourceBadge.meaningOf(source), badge);
            item.setId("source-" + SourceBadge.nameOf(source));
            item.setOnAction(_ -> choose.accept(source));
            menu.getItems().add(item);
        }
        return menu;
    }
}
