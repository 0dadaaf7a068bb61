package dev.sevenstep.studio.run.images;

import dev.sevenstep.chart.ChartTheme;
import dev.sevenstep.studio.control.FileDialogs;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableValue;

/**
 * What the cards of a search among pictures share.
 *
 * @param charts how charts look now
 * @param notice shows the user a short message that something worked
 * @param problem shows the user what went wrong
 * @param nanoClock such as {@code System::nanoTime}
 * @param threads to build an index with
 */
public record ImageContext(ImageModel model, PictureImages images, Executor executor,
        ObservableValue<ChartTheme> charts,
        FileDialogs files, Consumer<String> notice, Consumer<String> problem, LongSupplier nanoClock, int threads) {}
