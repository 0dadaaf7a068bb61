package dev.sevenstep.casestudy.fraud;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import dev.sevenstep.task.Progress;
import java.io.Serial;
import java.util.List;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * LIBLINEAR's logistic regression, which can be stopped. Its solver goes over all rows again and again and asks nobody, but it
 * reads its data through an interface: the first value of every so many rows asks whether to go on before it gives itself.
 */
final class StoppableLogisticTrainer extends LibLinearClassificationTrainer {
    private static final double COST = 1;
    private static final int MOST_ITERATIONS = 1_000;
    private static final double TOLERANCE = 1e-4;
    /** Rows between two questions: well under a millisecond. */
    private static final int STRIDE = 1_024;

    private final Progress progress;

    /** L2-regularised, primal solver, C = 1. */
    StoppableLogisticTrainer(long seed, Progress progress) {
        super(new LinearClassificationType(LinearType.L2R_LR), COST, MOST_ITERATIONS, TOLERANCE, seed);
        this.progress = progress;
    }

    @Override
    protected List<Model> trainModels(Parameter parameters, int features, FeatureNode[][] rows, double[][] outputs) {
        for (int i = 0; i < rows.length; i += STRIDE) {
            if (rows[i].length > 0) {
                rows[i][0] = new AskingNode(rows[i][0], progress);
            }
        }
        return super.trainModels(parameters, features, rows, outputs);
    }

    /** A value that asks whether to go on each time it is read. */
    private static final class AskingNode extends FeatureNode {
        @Serial
        private static final long serialVersionUID = 1L;
        private final transient Progress progress;

        AskingNode(FeatureNode of, Progress progress) {
            super(of.index, of.value);
            this.progress = progress;
        }

        @Override
        public double getValue() {
            progress.check();
            return super.getValue();
        }
    }
}
