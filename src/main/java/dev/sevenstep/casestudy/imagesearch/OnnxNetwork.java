package dev.sevenstep.casestudy.imagesearch;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.sevenstep.pipeline.Picture;
import dev.sevenstep.pipeline.RunException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * An embedding network in ONNX, run by ONNX Runtime on one core a picture: its sums then do not depend on how many cores there are. What it
 * takes and gives is read from the file.
 *
 * @param name for messages
 * @param model the file
 * @param output its name; empty for the first
 * @param scale of what goes in
 */
record OnnxNetwork(String name, byte[] model, String output, Scale scale) {
    private static final int USUAL_SIDE = 224;
    private static final int LARGEST_SIDE = 1_024;
    private static final int LONGEST_VECTOR = 16_384;

    /** What networks were taught that black and white are. */
    enum Scale {
        AROUND_ZERO("-1..1", new float[]{0.5f, 0.5f, 0.5f}, new float[]{0.5f, 0.5f, 0.5f}), FROM_ZERO("0..1",
                new float[3], new float[]{1, 1, 1}), BYTES("0..255", new float[3],
                        new float[]{1 / 255f, 1 / 255f, 1 / 255f}),
        /** Means and deviations of ImageNet, as torchvision's networks want them. */
        IMAGENET("imagenet", new float[]{0.485f, 0.456f, 0.406f}, new float[]{0.229f, 0.224f, 0.225f});

        private final String id;
        private final float[] mean;
        private final float[] deviation;

        Scale(String id, float[] mean, float[] deviation) {
            this.id = id;
            this.mean = mean;
            this.deviation = deviation;
        }

        String id() {
            return id;
        }

        static Scale of(String id) {
            return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst().orElseThrow();
        }
    }

    /**
     * What a network takes and gives.
     *
     * @param channelsLast whether red, green and blue of a pixel stand together
     */
    private record Form(String input, int width, int height, boolean channelsLast, String output) {
        long[] shape() {
            return channelsLast ? new long[]{1, height, width, 3} : new long[]{1, 3, height, width};
        }
    }

    /**
     * Loads it, to embed with.
     *
     * @throws RunException when it is no network for pictures; the message says what it takes instead
     * @throws LinkageError when ONNX Runtime has no library for this machine
     */
    Running open() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model, options);
            try {
                return new Running(environment, session, form(session));
            } catch (RuntimeException | OrtException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new RunException(name + " cannot be loaded as an ONNX network: " + e.getMessage(), e);
        }
    }

    private Form form(OrtSession session) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        if (inputs.size() != 1) {
            throw new RunException(name + " takes " + inputs.size() + " inputs " + inputs.keySet()
                    + "; a network for pictures takes one");
        }
        NodeInfo input = inputs.values().iterator().next();
        if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
            throw new RunException(name + ": its input " + input.getName() + " is " + input.getInfo()
                    + "; 32-bit floats are needed. Export the network with float inputs");
        }
        long[] shape = tensor.getShape();
        boolean first = shape.length == 4 && shape[1] == 3;
        if (shape.length != 4 || !first && shape[3] != 3 || shape[0] > 1) {
            throw new RunException(name + ": its input " + input.getName() + " has the shape " + Arrays.toString(shape)
                    + "; [1, 3, height, width] or [1, height, width, 3] is needed, −1 standing for any size");
        }
        int height = side(first ? shape[2] : shape[1]);
        int width = side(first ? shape[3] : shape[2]);
        if (!output.isEmpty() && !session.getOutputNames().contains(output)) {
            throw new RunException(name + " has no output '" + output + "'; it has "
                    + String.join(", ", session.getOutputNames()));
        }
        return new Form(input.getName(), width, height, !first,
                output.isEmpty() ? session.getOutputNames().iterator().next() : output);
    }

    private int side(long said) {
        if (said > LARGEST_SIDE) {
            throw new RunException(name + " wants pictures of " + said + " pixels a side; at most " + LARGEST_SIDE
                    + " are given");
        }
        return said < 1 ? USUAL_SIDE : (int) said;
    }

    /** A loaded network. Safe for several threads. */
    final class Running implements Embedder.Session {
        private final OrtEnvironment environment;
        private final OrtSession session;
        private final Form form;

        private Running(OrtEnvironment environment, OrtSession session, Form form) {
            this.environment = environment;
            this.session = session;
            this.form = form;
        }

        @Override
        public float[] embed(Picture picture) {
            Picture fitting = Resample.to(picture, form.width, form.height);
            try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values(fitting)),
                    form.shape()); OrtSession.Result result = session.run(Map.of(form.input, tensor))) {
                if (result.get(form.output).orElseThrow() instanceof OnnxTensor given
                        && given.getInfo().type == OnnxJavaType.FLOAT) {
                    return vector(given);
                }
                throw new RunException(name + ": its output " + form.output + " is no tensor of 32-bit floats");
            } catch (OrtException e) {
                throw new RunException(name + " failed: " + e.getMessage(), e);
            }
        }

        private float[] values(Picture picture) {
            int pixels = form.width * form.height;
            float[] values = new float[3 * pixels];
            for (int i = 0; i < pixels; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    float level = (picture.rgb()[i] >> 16 - 8 * channel & 0xff) / 255f;
                    values[form.channelsLast
                            ? 3 * i + channel
                            : channel * pixels
                                    + i] = (level - scale.mean[channel]) / scale.deviation[channel];
                }
            }
            return values;
        }

        private float[] vector(OnnxTensor given) {
            long[] shape = given.getInfo().getShape();
            long length = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            // Everything but one dimension must be 1: maps of features would have to be pooled, and how is not ours to guess.
            if (Arrays.stream(shape).filter(size -> size > 1).count() > 1 || length > LONGEST_VECTOR || length < 1) {
                throw new RunException(name + ": its output " + form.output + " has the shape " + Arrays.toString(shape)
                        + "; one row of at most " + LONGEST_VECTOR
                        + " numbers a picture is needed. Name another output");
            }
            float[] vector = new float[(int) length];
            given.getFloatBuffer().get(vector);
            for (float value : vector) {
                if (!Float.isFinite(value)) {
                    throw new RunException(name + " gave a number that is not finite. Check the scale of its input");
                }
            }
            return vector;
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (OrtException e) {
                throw new RunException(name + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
