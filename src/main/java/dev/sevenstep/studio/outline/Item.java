package dev.sevenstep.studio.outline;

import dev.sevenstep.design.Step;
import java.util.Optional;

/** What a line of the outline stands for. */
sealed interface Item {

    /** The id of the element of the design that it stands for. */
    default Optional<String> element() {
        return Optional.empty();
    }

    /** Whether it is open before anybody opened it. */
    default boolean opensByItself() {
        return false;
    }

    /** Title, question, summary and case study. */
    record Head() implements Item {
        @Override
        public boolean opensByItself() {
            return true;
        }
    }

    /** Number and name of a step; closed, its lines are left out. */
    record StepHead(Step step) implements Item {
        @Override
        public boolean opensByItself() {
            return true;
        }
    }

    /** The step's own fields. */
    record StepFields(Step step) implements Item {}

    /** A component. */
    record Card(String id) implements Item {
        @Override
        public Optional<String> element() {
            return Optional.of(id);
        }
    }

    /** Where components are added to a step. */
    record AddCard(Step step) implements Item {}

    /** The decisions taken in a step. */
    record Decisions(Step step) implements Item {}

    /** The heading of what belongs to no step. */
    record NotesHead() implements Item {
        @Override
        public boolean opensByItself() {
            return true;
        }
    }

    /** A note. */
    record NoteItem(String id) implements Item {
        @Override
        public Optional<String> element() {
            return Optional.of(id);
        }
    }

    /** A group frame. */
    record GroupItem(String id) implements Item {
        @Override
        public Optional<String> element() {
            return Optional.of(id);
        }
    }

    /** Where notes are added. */
    record AddNote() implements Item {}
}
