package dev.sevenstep.pipeline.trees;

import dev.sevenstep.task.Progress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows of numbers with a yes or no, as Tribuo wants them. */
public final class LabelledRows {
    public static final Label POSITIVE = new Label("positive");
    public static final Label NEGATIVE = new Label("negative");

    private LabelledRows() {
    }

    /** Names for columns; Tribuo numbers features by the order of their names. */
    public static String[] names(int columns) {
        String[] names = new String[columns];
        Arrays.setAll(names, i -> String.format(Locale.ROOT, "f%03d", i));
        return names;
    }

    /**
     * @param what the rows are, for the model's provenance
     * @param row by number; as long as there are names
     */
    public static MutableDataset<Label> dataset(String what, String[] names, IntFunction<double[]> row,
            boolean[] labels,
            Progress progress) {
        // The time is fixed, as the bytes of a model must not depend on when it was made.
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance(what,
                OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), new LabelFactory()), new LabelFactory());
        for (int i = 0; i < labels.length; i++) {
            if ((i & 0xfff) == 0) {
                progress.check();
            }
            data.add(new ArrayExample<>(labels[i] ? POSITIVE : NEGATIVE, names, row.apply(i)));
        }
        return data;
    }
}
