package dev.sevenstep.pipeline.trees;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads XGBoost's own JSON model ("Introduction to Model IO" in XGBoost's documentation) into a {@link TreeEnsemble}: numeric splits and
 * one output a row, which is all that this program trains. Streamed, as a forest has half a million nodes.
 */
final class XgboostModel {
    private static final String LOGISTIC = "binary:logistic";

    private final List<Tree> trees = new ArrayList<>();
    private float baseScore = 0.5f;
    private String objective = "";

    private record Tree(double[] left, double[] right, double[] feature, double[] condition, double[] missingLeft) {}

    private XgboostModel() {
    }

    /** @throws IllegalStateException when these are not the bytes of such a model */
    static TreeEnsemble read(byte[] json) {
        XgboostModel model = new XgboostModel();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            model.readObject(parser, "");
        } catch (IOException e) {
            throw new IllegalStateException("XGBoost's model could not be read: " + e.getMessage(), e);
        }
        return model.flat();
    }

    private void readObject(JsonParser parser, String path) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String at = path + "/" + parser.currentName();
            JsonToken value = parser.nextToken();
            switch (at) {
                case "/learner", "/learner/gradient_booster", "/learner/gradient_booster/model", "/learner/objective",
                        "/learner/learner_model_param" ->
                    readObject(parser, at);
                case "/learner/objective/name" -> objective = parser.getText();
                case "/learner/learner_model_param/base_score" -> baseScore = Float.parseFloat(parser.getText());
                case "/learner/gradient_booster/model/trees" -> {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        trees.add(readTree(parser));
                    }
                }
                default -> {
                    if (value.isStructStart()) {
                        parser.skipChildren();
                    }
                }
            }
        }
    }

    private static Tree readTree(JsonParser parser) throws IOException {
        double[] none = {};
        double[] left = none;
        double[] right = none;
        double[] feature = none;
        double[] condition = none;
        double[] missingLeft = none;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "left_children" -> left = readNumbers(parser);
                case "right_children" -> right = readNumbers(parser);
                case "split_indices" -> feature = readNumbers(parser);
                case "split_conditions" -> condition = readNumbers(parser);
                case "default_left" -> missingLeft = readNumbers(parser);
                default -> parser.skipChildren();
            }
        }
        return new Tree(left, right, feature, condition, missingLeft);
    }

    private static double[] readNumbers(JsonParser parser) throws IOException {
        double[] numbers = new double[64];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = token.isBoolean() ? token == JsonToken.VALUE_TRUE ? 1 : 0 : parser.getDoubleValue();
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Nodes in the order of their depth, so that the upper ones, asked most, lie together. */
    private TreeEnsemble flat() {
        // A leaf sends every row to itself, and its right neighbour is never reached: one node to spare at the end.
        int size = trees.stream().mapToInt(tree -> tree.left().length).sum();
        TreeEnsemble.Builder builder = new TreeEnsemble.Builder(trees.size(), size);
        for (Tree tree : trees) {
            builder.beginTree();
            int[] order = new int[tree.left().length];
            int[] depth = new int[order.length];
            int placed = 1;
            for (int i = 0; i < placed; i++) {
                int node = order[i];
                int left = (int) tree.left()[node];
                float condition = (float) tree.condition()[node];
                if (left < 0) {
                    builder.leaf(condition, depth[i]);
                } else {
                    builder.split((int) tree.feature()[node], condition, placed, tree.missingLeft()[node] != 0);
                    depth[placed] = depth[i] + 1;
                    depth[placed + 1] = depth[i] + 1;
                    order[placed++] = left;
                    order[placed++] = (int) tree.right()[node];
                }
            }
        }
        boolean logistic = objective.equals(LOGISTIC);
        // The base score is a probability; the sum starts from its log odds.
        float margin = logistic ? (float) -Math.log(1 / baseScore - 1) : baseScore;
        return builder.build(margin, logistic);
    }
}
