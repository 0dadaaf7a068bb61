package dev.sevenstep.studio.control;

import dev.sevenstep.chart.Chart;
import dev.sevenstep.chart.ChartFiles;
import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.studio.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of a card with a chart: saves it, shows or copies its table. */
public final class ChartMenu extends MenuButton {
    private static final List<String> FORMATS = List.of("svg", "png", "pdf", "csv");
    private static final int FILE_WIDTH = 640;
    private static final int FILE_HEIGHT = 400;

    private final ChartPane pane;
    private final Services services;

    /**
     * What it needs from outside.
     *
     * @param paper how charts look in files
     * @param notice shows the user a short message that something worked
     * @param problem shows the user what went wrong
     */
    public record Services(Executor executor, Theme theme, ChartTheme paper, FileDialogs files,
            Consumer<String> notice, Consumer<String> problem) {}

    /** @param title of the chart, for screen readers */
    public ChartMenu(String title, ChartPane pane, Services services) {
        super("", new FontIcon("ci-overflow-menu-horizontal"));
        this.pane = pane;
        this.services = services;
        getStyleClass().addAll("flat", "icon-button", "card-menu");
        setAccessibleText("Save or show as table: " + title);
        setTooltip(new Tooltip("Save, table"));
        for (String format : FORMATS) {
            MenuItem item = new MenuItem("Save as " + format.toUpperCase(Locale.ROOT) + "…");
            item.setOnAction(_ -> save(format));
            getItems().add(item);
        }
        MenuItem show = new MenuItem("Show table", new FontIcon("ci-data-table"));
        show.setOnAction(_ -> pane.chart().ifPresent(chart -> TableWindow.open(chart, services.theme(),
                Optional.ofNullable(getScene()).map(Scene::getWindow))));
        MenuItem copy = new MenuItem("Copy table", new FontIcon("ci-copy"));
        copy.setOnAction(_ -> pane.chart().ifPresent(chart -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, chart.table().tabbed()));
            services.notice().accept("Table copied: " + chart.title());
        }));
        getItems().addAll(new SeparatorMenuItem(), show, copy);
        setOnShowing(_ -> getItems().forEach(item -> item.setDisable(pane.chart().isEmpty())));
    }

    private void save(String format) {
        pane.chart().ifPresent(chart -> services.files()
                .save("Save chart: " + chart.title(), chart.id() + "." + format, List.of(format))
                .ifPresent(file -> services.executor().execute(() -> write(chart, file))));
    }

    private void write(Chart chart, Path file) {
        try {
            new ChartFiles(services.paper()).save(chart, file, FILE_WIDTH, FILE_HEIGHT);
            Platform.runLater(() -> services.notice().accept("Saved " + file.getFileName()));
        } catch (IOException e) {
            Platform.runLater(() -> services.problem().accept("The chart was not saved to " + file + ": "
                    + e.getMessage() + ". Choose another folder."));
        }
    }
}
