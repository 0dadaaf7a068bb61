package dev.sevenstep.studio.canvas;

import dev.sevenstep.design.Kind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which kind of component?
 *
 * @param prompt what the choice is for, as an imperative: "Add a component"
 * @param kinds to choose from, likeliest first
 * @param chosen gets the answer
 * @param closed called when the list goes away, before {@code chosen} if there is an answer
 */
record KindQuestion(String prompt, List<Kind> kinds, Consumer<Kind> chosen, Runnable closed) {}
