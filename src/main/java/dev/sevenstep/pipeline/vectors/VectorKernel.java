package dev.sevenstep.pipeline.vectors;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops on vector registers of 8 floats, or of 4 in two passes where a processor has no wider ones. Registers of 16 are left
 * alone: memory, not arithmetic, is the limit, and one order of sums serves all processors. {@code reduceLanes} is not used
 * for floats because it may add in any order, another one after compilation than before.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() >= GROUP
            ? FloatVector.SPECIES_256
            : FloatVector.SPECIES_128;
    /** Bytes that memory fetches together. */
    private static final int LINE = 64;
    /** More rows than a graph asks for at once are rows that follow each other, which the processor foresees. */
    private static final int FEW = 64;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHORTS.vectorShape());
    private static final VectorSpecies<Short> HALF = VectorSpecies.of(short.class,
            VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final VectorSpecies<Byte> CODES = VectorSpecies.of(byte.class,
            VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

    @Override
    public void dots(float[] query, float[] data, int[] rows, int count, float[] out) {
        touch(data, rows, count, query.length, out);
        float[] sums = new float[GROUP];
        for (int i = 0; i < count; i++) {
            out[i] = dot(query, data, rows[i] * query.length, sums);
        }
    }

    @Override
    public void squares(float[] query, float[] data, int[] rows, int count, float[] out) {
        touch(data, rows, count, query.length, out);
        float[] sums = new float[GROUP];
        for (int i = 0; i < count; i++) {
            out[i] = square(query, data, rows[i] * query.length, sums);
        }
    }

    @Override
    public void products(short[] query, byte[] codes, int[] rows, int count, int[] out) {
        if (count <= FEW) {
            int touched = 0;
            for (int row = 0; row < count; row++) {
                int from = rows[row] * query.length;
                for (int i = 0; i < query.length; i += LINE) {
                    touched += codes[from + i];
                }
            }
            out[0] = touched;
        }
        for (int row = 0; row < count; row++) {
            out[row] = product(query, codes, rows[row] * query.length);
        }
    }

    /** Two products of at most 127² fit into a short together; only then is there need for ints. */
    private static int product(short[] query, byte[] codes, int from) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = low;
        int step = 2 * SHORTS.length();
        for (int i = 0; i < query.length; i += step) {
            ShortVector pair = products(query, codes, from, i).add(products(query, codes, from, i + SHORTS.length()));
            IntVector both = pair.reinterpretAsInts();
            low = low.add(both.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
            high = high.add(both.lanewise(VectorOperators.ASHR, 16));
        }
        return low.add(high).reduceLanes(VectorOperators.ADD);
    }

    private static ShortVector products(short[] query, byte[] codes, int from, int i) {
        ShortVector code = (ShortVector) ByteVector.fromArray(CODES, codes, from + i)
                .convertShape(VectorOperators.B2S, SHORTS, 0);
        return code.mul(ShortVector.fromArray(SHORTS, query, i));
    }

    /**
     * Reads a value of every line of some scattered rows. Memory then fetches them all at once while the sums, which wait for each
     * other, would ask for them row by row. What was read is put where the first sum will be, or the compiler would leave it out.
     */
    private static void touch(float[] data, int[] rows, int count, int length, float[] out) {
        if (count > FEW) {
            return;
        }
        int touched = 0;
        for (int row = 0; row < count; row++) {
            int from = rows[row] * length;
            for (int i = 0; i < length; i += LINE / Float.BYTES) {
                touched += Float.floatToRawIntBits(data[from + i]);
            }
        }
        out[0] = touched;
    }

    @Override
    public float largest(float[] values) {
        FloatVector all = FloatVector.zero(SPECIES);
        int whole = SPECIES.loopBound(values.length);
        for (int i = 0; i < whole; i += LANES) {
            all = all.max(FloatVector.fromArray(SPECIES, values, i).abs());
        }
        float largest = all.reduceLanes(VectorOperators.MAX);
        for (int i = whole; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    @Override
    public void round(float[] values, float factor, short[] out) {
        int whole = SPECIES.loopBound(values.length);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector sums = FloatVector.fromArray(SPECIES, values, i).mul(factor).add(MAGIC);
            ShortVector numbers = (ShortVector) sums.reinterpretAsInts().sub(MAGIC_BITS)
                    .convertShape(VectorOperators.I2S, HALF, 0);
            numbers.intoArray(out, i);
        }
        for (int i = whole; i < values.length; i++) {
            out[i] = (short) (Float.floatToRawIntBits(values[i] * factor + MAGIC) - MAGIC_BITS);
        }
    }

    @Override
    public void butterflies(float[] values, int half) {
        for (int from = 0; from < values.length; from += 2 * half) {
            for (int i = from; i < from + half; i += LANES) {
                FloatVector a = FloatVector.fromArray(SPECIES, values, i);
                FloatVector b = FloatVector.fromArray(SPECIES, values, i + half);
                a.add(b).intoArray(values, i);
                a.sub(b).intoArray(values, i + half);
            }
        }
    }

    private static float dot(float[] query, float[] data, int from, float[] sums) {
        int whole = query.length & -GROUP;
        for (int lane = 0; lane < GROUP; lane += LANES) {
            FloatVector a = FloatVector.zero(SPECIES);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            FloatVector e = a;
            FloatVector f = a;
            FloatVector g = a;
            FloatVector h = a;
            int i = 0;
            for (; i + SUMS <= whole; i += SUMS) {
                a = product(query, data, from, i + lane, a);
                b = product(query, data, from, i + lane + 8, b);
                c = product(query, data, from, i + lane + 16, c);
                d = product(query, data, from, i + lane + 24, d);
                e = product(query, data, from, i + lane + 32, e);
                f = product(query, data, from, i + lane + 40, f);
                g = product(query, data, from, i + lane + 48, g);
                h = product(query, data, from, i + lane + 56, h);
            }
            a = i < whole ? product(query, data, from, i + lane, a) : a;
            b = i + 8 < whole ? product(query, data, from, i + lane + 8, b) : b;
            c = i + 16 < whole ? product(query, data, from, i + lane + 16, c) : c;
            d = i + 24 < whole ? product(query, data, from, i + lane + 24, d) : d;
            e = i + 32 < whole ? product(query, data, from, i + lane + 32, e) : e;
            f = i + 40 < whole ? product(query, data, from, i + lane + 40, f) : f;
            g = i + 48 < whole ? product(query, data, from, i + lane + 48, g) : g;
            a.add(c).add(b.add(d)).add(e.add(g).add(f.add(h))).intoArray(sums, lane);
        }
        float sum = Kernel.total(sums);
        for (int i = whole; i < query.length; i++) {
            sum = Math.fma(query[i], data[from + i], sum);
        }
        return sum;
    }

    private static FloatVector product(float[] query, float[] data, int from, int i, FloatVector sum) {
        return FloatVector.fromArray(SPECIES, query, i).fma(FloatVector.fromArray(SPECIES, data, from + i), sum);
    }

    private static float square(float[] query, float[] data, int from, float[] sums) {
        int whole = query.length & -GROUP;
        for (int lane = 0; lane < GROUP; lane += LANES) {
            FloatVector a = FloatVector.zero(SPECIES);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            FloatVector e = a;
            FloatVector f = a;
            FloatVector g = a;
            FloatVector h = a;
            int i = 0;
            for (; i + SUMS <= whole; i += SUMS) {
                a = difference(query, data, from, i + lane, a);
                b = difference(query, data, from, i + lane + 8, b);
                c = difference(query, data, from, i + lane + 16, c);
                d = difference(query, data, from, i + lane + 24, d);
                e = difference(query, data, from, i + lane + 32, e);
                f = difference(query, data, from, i + lane + 40, f);
                g = difference(query, data, from, i + lane + 48, g);
                h = difference(query, data, from, i + lane + 56, h);
            }
            a = i < whole ? difference(query, data, from, i + lane, a) : a;
            b = i + 8 < whole ? difference(query, data, from, i + lane + 8, b) : b;
            c = i + 16 < whole ? difference(query, data, from, i + lane + 16, c) : c;
            d = i + 24 < whole ? difference(query, data, from, i + lane + 24, d) : d;
            e = i + 32 < whole ? difference(query, data, from, i + lane + 32, e) : e;
            f = i + 40 < whole ? difference(query, data, from, i + lane + 40, f) : f;
            g = i + 48 < whole ? difference(query, data, from, i + lane + 48, g) : g;
            a.add(c).add(b.add(d)).add(e.add(g).add(f.add(h))).intoArray(sums, lane);
        }
        float sum = Kernel.total(sums);
        for (int i = whole; i < query.length; i++) {
            float difference = query[i] - data[from + i];
            sum = Math.fma(difference, difference, sum);
        }
        return sum;
    }

    private static FloatVector difference(float[] query, float[] data, int from, int i, FloatVector sum) {
        FloatVector difference = FloatVector.fromArray(SPECIES, query, i)
                .sub(FloatVector.fromArray(SPECIES, data, from + i));
        return difference.fma(difference, sum);
    }
}
