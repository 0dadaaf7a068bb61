package dev.sevenstep.design.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.Design;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A design set aside by the program, with where it belongs: the form of side files and of older versions. On disk it is one
 * line of JSON, then the design's own file as it would be saved, so that it can be taken out by hand with
 * {@code tail -n +2}.
 *
 * @param document the file it belongs to; empty for a design without one
 * @param base what that file held when this work began; empty when there was no file
 * @param written when it was set aside
 * @param owner the program at work on it; empty for a version
 */
record KeptDesign(Optional<Path> document, Optional<ContentHash> base, Instant written, Optional<ProgramId> owner,
        Design design) {

    byte[] bytes() {
        Map<String, Object> header = new LinkedHashMap<>();
        document.ifPresent(file -> header.put("file", file.toString()));
        base.ifPresent(hash -> header.put("base", hash.hex()));
        header.put("written", written.toString());
        owner.ifPresent(program -> {
            header.put("pid", program.pid());
            header.put("started", program.started().toString());
            header.put("host", program.host());
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.writeBytes(new ObjectMapper().writeValueAsBytes(header));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        out.write('\n');
        out.writeBytes(DesignWriter.write(design));
        return out.toByteArray();
    }

    /**
     * @throws DesignFileException when the file cannot be read or is none of ours
     */
    static KeptDesign read(Path file) throws DesignFileException {
        byte[] bytes = DesignFile.bytes(file);
        int line = 0;
        while (line < bytes.length && bytes[line] != '\n') {
            line++;
        }
        try {
            Map<String, Object> header = TreeParser.parse(Arrays.copyOf(bytes, line));
            Design design = DesignReader.read(Arrays.copyOfRange(bytes, Math.min(line + 1, bytes.length),
                    bytes.length));
            return new KeptDesign(text(header.get("file")).map(Path::of),
                    text(header.get("base")).map(ContentHash::new),
                    instant(header.get("written")), owner(header), design);
        } catch (DesignFileException e) {
            throw e.in(file.toString());
        } catch (DateTimeException | InvalidPathException e) {
            throw new DesignFileException(file.toString(), "line 1", "its first line is not as Sevenstep writes it",
                    "Remove that line to open the rest as a design.", e);
        }
    }

    private static Optional<ProgramId> owner(Map<String, Object> header) {
        return header.get("pid") instanceof Long pid
                ? Optional.of(new ProgramId(pid, instant(header.get("started")), text(header.get("host")).orElse("")))
                : Optional.empty();
    }

    private static Instant instant(@Nullable Object value) {
        return Instant.parse(text(value).orElse(""));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
