package dev.sevenstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sevenstep.design.Catalogue;
import dev.sevenstep.design.Kind;
import dev.sevenstep.pipeline.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code syllabus}: which topics of the field the program covers, and with what. A topic names component kinds and experiments
 * by id; what the catalogue or the list of case studies does not have does not count as cover, so a gap shows.
 */
@Command(name = "syllabus", description = "The topics of the field, and what in the studio covers each.", mixinStandardHelpOptions = true)
final class SyllabusCommand implements Callable<Integer> {
    private final Console console;
    private final Services services;

    @Option(names = "--json", description = "For machines: one array.")
    private boolean json;

    SyllabusCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /**
     * A topic and its cover.
     *
     * @param see names of component kinds in which a design shows it
     * @param run ids of experiments whose figures show it
     * @param practise ids of questions and checks that ask for it
     */
    record Topic(String section, String title, List<String> see, List<String> run, List<String> practise) {
        boolean covered() {
            return !see.isEmpty() && !run.isEmpty() && !practise.isEmpty();
        }
    }

    @Override
    public Integer call() {
        List<Topic> topics = topics();
        if (json) {
            console.json(topics.stream().map(SyllabusCommand::tree).toList());
            return ExitCode.OK;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("§", "topic", "see", "run", "practise"));
        for (Topic topic : topics) {
            rows.add(List.of(topic.section(), topic.title(), joined(topic.see()), joined(topic.run()),
                    joined(topic.practise())));
        }
        new TextTable(rows, true).lines().forEach(console::line);
        console.line("");
        console.line(topics.stream().filter(Topic::covered).count() + " of " + topics.size()
                + " topics can be seen, run and practised; " + count(topics, Topic::see) + " seen, "
                + count(topics, Topic::run) + " run, " + count(topics, Topic::practise) + " practised.");
        return ExitCode.OK;
    }

    private static long count(List<Topic> topics, java.util.function.Function<Topic, List<String>> cover) {
        return topics.stream().filter(topic -> !cover.apply(topic).isEmpty()).count();
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    List<Topic> topics() {
        Catalogue catalogue = services.catalogue();
        List<Experiment> experiments = services.experiments();
        List<Topic> topics = new ArrayList<>();
        for (JsonNode node : read()) {
            topics.add(new Topic(node.get("section").asText(), node.get("topic").asText(),
                    strings(node.get("kinds")).stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name)
                            .toList(),
                    strings(node.get("runs")).stream()
                            .filter(id -> experiments.stream().anyMatch(e -> e.id().equals(id))).toList(),
                    strings(node.get("practice"))));
        }
        return topics;
    }

    /** The topics as written; ids unchecked. */
    static JsonNode read() {
        try (InputStream in = SyllabusCommand.class.getResourceAsStream("/dev/sevenstep/cli/syllabus.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, "syllabus.json is part of the program"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> strings(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(item -> list.add(item.asText()));
        return list;
    }

    private static Map<String, Object> tree(Topic topic) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("section", topic.section());
        tree.put("topic", topic.title());
        tree.put("see", topic.see());
        tree.put("run", topic.run());
        tree.put("practise", topic.practise());
        tree.put("covered", topic.covered());
        return tree;
    }
}
