package dev.sevenstep.casestudy.imagesearch;

import java.nio.ByteBuffer;

/**
 * Whether a JPEG or a PNG is there to its end. Decoders are content with less: what did not arrive is grey. So what a download or a full
 * disk cut short would be searched for by its grey part. Markers as in ITU-T T.81, B.1.1; chunks as in PNG 1.2, 3.2.
 */
final class PhotoEnd {
    private static final int MARKER = 0xff;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int FIRST_ALONE = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int TEMPORARY = 0x01;
    private static final int SIGNATURE = 8;
    private static final int IEND = 0x49454e44;
    /** Length, type and check sum of a chunk. */
    private static final int AROUND_CHUNK = 12;

    private PhotoEnd() {
    }

    /** @param content of a file that begins as a JPEG or a PNG does; what follows its end is not looked at */
    static boolean reached(byte[] content) {
        return content.length > 0 && (content[0] & 0xff) == MARKER ? jpeg(content) : png(ByteBuffer.wrap(content));
    }

    private static boolean jpeg(byte[] content) {
        int at = 2;
        while (at + 1 < content.length) {
            int marker = content[at + 1] & 0xff;
            if ((content[at] & 0xff) != MARKER || marker == MARKER || marker == 0) {
                // Fill bytes, or stray ones between segments, which decoders pass over as well.
                at++;
            } else if (marker == END_OF_IMAGE) {
                return true;
            } else if (marker == TEMPORARY || marker >= FIRST_ALONE && marker <= LAST_RESTART) {
                at += 2;
            } else if (at + 3 >= content.length) {
                return false;
            } else {
                at += 2 + ((content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff);
                if (marker == START_OF_SCAN) {
                    at = afterScan(content, at);
                }
            }
        }
        return false;
    }

    /** The place of the next marker that is neither a stuffed byte nor a restart. */
    private static int afterScan(byte[] content, int from) {
        int at = from;
        while (at + 1 < content.length) {
            int next = content[at + 1] & 0xff;
            if ((content[at] & 0xff) == MARKER && next != 0 && next != MARKER
                    && !(next >= FIRST_ALONE && next <= LAST_RESTART)) {
                return at;
            }
            at++;
        }
        return content.length;
    }

    private static boolean png(ByteBuffer content) {
        long at = SIGNATURE;
        while (at + AROUND_CHUNK <= content.limit()) {
            long length = Integer.toUnsignedLong(content.getInt((int) at));
            if (content.getInt((int) at + 4) == IEND) {
                return true;
            }
            at += AROUND_CHUNK + length;
        }
        return false;
    }
}
