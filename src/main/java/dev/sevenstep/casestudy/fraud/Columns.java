package dev.sevenstep.casestudy.fraud;

import dev.sevenstep.pipeline.RunException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which column of a CSV file is what; −1 where there is none.
 *
 * @param extra columns taken as further numbers
 * @param kind what the file was recognised as, for people
 */
record Columns(int time, int amount, int card, int terminal, int label, int scenario, List<Integer> extra,
        String kind) {
    private static final List<String> ROLES = List.of("time", "amount", "card", "terminal", "label");

    /**
     * Finds the columns by a mapping or, when that is empty, by the header of a known kind of file.
     *
     * @param mapping such as {@code time=ts,amount=eur,card=pan,terminal=shop,label=is_fraud}; card and terminal may be left out
     * @throws RunException when a column is missing or the mapping cannot be read
     */
    static Columns find(List<String> header, String mapping, String file) {
        if (!mapping.isBlank()) {
            return mapped(header, mapping, file);
        }
        if (header.containsAll(List.of("TX_DATETIME", "CUSTOMER_ID", "TERMINAL_ID", "TX_AMOUNT", "TX_FRAUD"))) {
            return new Columns(header.indexOf("TX_DATETIME"), header.indexOf("TX_AMOUNT"),
                    header.indexOf("CUSTOMER_ID"), header.indexOf("TERMINAL_ID"), header.indexOf("TX_FRAUD"),
                    header.indexOf("TX_FRAUD_SCENARIO"), List.of(), "fraud detection handbook");
        }
        if (header.containsAll(List.of("Time", "V1", "V28", "Amount", "Class"))) {
            List<Integer> extra = new ArrayList<>();
            for (int i = 1; i <= 28; i++) {
                int column = header.indexOf("V" + i);
                if (column < 0) {
                    throw new RunException(file + ": the column V" + i + " is missing; creditcard.csv has V1 to V28");
                }
                extra.add(column);
            }
            return new Columns(header.indexOf("Time"), header.indexOf("Amount"), -1, -1, header.indexOf("Class"), -1,
                    extra, "ULB creditcard.csv");
        }
        throw new RunException(file + ": the columns " + shorten(header)
                + " are neither the handbook's nor creditcard.csv's. Say which is which in 'Column mapping', for instance"
                + " time=when,amount=euro,card=pan,terminal=shop,label=fraud (card and terminal may be left out)");
    }

    private static Columns mapped(List<String> header, String mapping, String file) {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String part : mapping.split(",", -1)) {
            int equals = part.indexOf('=');
            String role = equals < 0 ? part.strip() : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (equals < 0 || !ROLES.contains(role)) {
                throw new RunException("Column mapping: '" + part.strip() + "' should be one of "
                        + String.join(", ", ROLES) + ", then '=' and the name of a column");
            }
            String name = part.substring(equals + 1).strip();
            if (!header.contains(name)) {
                throw new RunException(file + ": there is no column '" + name + "' for " + role + "; there are "
                        + shorten(header));
            }
            if (found.put(role, header.indexOf(name)) != null) {
                throw new RunException("Column mapping: " + role + " is given twice");
            }
        }
        for (String role : List.of("time", "amount", "label")) {
            if (!found.containsKey(role)) {
                throw new RunException("Column mapping: " + role + " is missing");
            }
        }
        return new Columns(found.getOrDefault("time", -1), found.getOrDefault("amount", -1),
                found.getOrDefault("card", -1),
                found.getOrDefault("terminal", -1), found.getOrDefault("label", -1), -1, List.of(),
                "CSV file with a mapping");
    }

    private static String shorten(List<String> header) {
        String all = String.join(", ", header);
        return all.length() <= 200 ? all : all.substring(0, 200) + " …";
    }

    int highest() {
        int highest = Math.max(Math.max(time, amount), Math.max(Math.max(card, terminal), Math.max(label, scenario)));
        for (int column : extra) {
            highest = Math.max(highest, column);
        }
        return highest;
    }
}
