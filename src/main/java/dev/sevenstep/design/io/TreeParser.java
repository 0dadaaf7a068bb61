package dev.sevenstep.design.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to a plain tree of Map, List, String, Long, BigInteger, BigDecimal, Boolean and null. Decimals stay decimals, so a
 * number nobody understood is written back digit for digit.
 */
final class TreeParser {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.STRING_LENGTH).maxNumberLength(Limits.NUMBER_LENGTH)
                    .maxNameLength(Limits.KEY_LENGTH).maxDocumentLength(Limits.FILE_BYTES).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    private static final Pattern ASIDE = Pattern.compile(" *\\((?:start marker|for |not recognized).*|: enable .*");

    /** A text that no screen can lay out. */
    private static final class Unshowable extends IOException {
        private final String place;

        Unshowable(String fault, String place) {
            super(fault);
            this.place = place;
        }
    }

    private TreeParser() {
    }

    static Map<String, Object> parse(byte[] json) throws DesignFileException {
        if (json.length > Limits.FILE_BYTES) {
            throw new DesignFileException("the design", "", "it is larger than "
                    + Limits.FILE_BYTES / (1024 * 1024) + " MB", "A design of that size is no design; check the file.");
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noDesign();
            }
            Map<String, Object> tree = object(parser);
            if (parser.nextToken() != null) {
                throw new DesignFileException("the design", place(parser), "something follows after the end",
                        "Remove what stands behind the last brace.");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new DesignFileException("the design", place(e), "it goes beyond the limits of the format ("
                    + Limits.DEPTH + " levels, " + Limits.STRING_LENGTH + " characters a text)",
                    "Check whether this is a design file.", e);
        } catch (Unshowable e) {
            throw new DesignFileException("the design", e.place, "it has " + e.getMessage(),
                    "Check whether this is a design file.", e);
        } catch (JsonProcessingException e) {
            throw new DesignFileException("the design", place(e), "the text is not JSON: " + firstLine(e),
                    "Repair that place or take the file from a backup.", e);
        } catch (IOException e) {
            throw new DesignFileException("the design", "", "the text is not UTF-8: " + e.getMessage(),
                    "Save the file as UTF-8.", e);
        }
    }

    static DesignFileException noDesign() {
        return new DesignFileException("the design", "", "this is not a Sevenstep design",
                "Choose a file that Sevenstep wrote; it begins with \"format\": \"" + DesignWriter.FORMAT + "\".");
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            put(members, key, value(parser));
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            add(items, value(parser));
        }
        return items;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> text(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT, LONG -> (Object) parser.getLongValue();
                default -> parser.getBigIntegerValue();
            };
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        Optional<String> fault = TextCheck.fault(text);
        if (fault.isPresent()) {
            throw new Unshowable(fault.get(), place(parser));
        }
        return text;
    }

    @SuppressWarnings("NullAway") // JSON null is a value like any other
    private static void put(Map<String, Object> members, String key, @Nullable Object value) {
        members.put(key, value);
    }

    @SuppressWarnings("NullAway") // JSON null is a value like any other
    private static void add(List<Object> items, @Nullable Object value) {
        items.add(value);
    }

    /** What the parser says, without the asides to programmers on where it reads from and on its own settings. */
    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String said = ASIDE.matcher(line).replaceFirst("").strip();
        return said.isEmpty() ? "unreadable" : said;
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private static String place(JsonParser parser) {
        return "line " + parser.currentLocation().getLineNr() + ", column " + parser.currentLocation().getColumnNr();
    }
}
