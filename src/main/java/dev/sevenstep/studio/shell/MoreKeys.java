package dev.sevenstep.studio.shell;

import dev.sevenstep.studio.command.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keys of the shortcut sheet that are no commands because they belong to what has the focus. */
final class MoreKeys {
    private MoreKeys() {
    }

    static Map<String, List<String[]>> all() {
        Map<String, List<String[]>> keys = new LinkedHashMap<>();
        keys.put("On the canvas", List.of(new String[]{"/", "Add a component here"},
                new String[]{"Tab", "Next card"}, new String[]{"Arrows", "Move what is selected"},
                new String[]{Command.shortcutKey() + " while dragging", "Copy instead of moving"},
                new String[]{"Alt while dragging", "Leave guides and grid alone"},
                new String[]{"Shift over another design", "Move the cards there instead of copying"},
                new String[]{"Shift+F10", "Menu of what is selected"},
                new String[]{"Alt+Arrows", "Nearest card that way"},
                new String[]{"] [", "Along a link, back along one"},
                new String[]{"Esc", "Give up a drag, select nothing"}));
        keys.put("On a tab",
                List.of(new String[]{"← →", "Tab before, tab after"}, new String[]{"Delete", "Close the tab"},
                        new String[]{"Middle button", "Close the tab"}));
        keys.put("In the outline", List.of(new String[]{"↑ ↓", "From line to line"},
                new String[]{"Enter", "Open a line, into its form"}, new String[]{"Esc", "Back to the line"},
                new String[]{"1 … 7", "To a step"}, new String[]{"/", "Add a component to the step"},
                new String[]{"Alt+↑ ↓", "Move a component"}, new String[]{"Alt+← →", "Move it to another step"}));
        keys.put("In a note", List.of(new String[]{"Ctrl+B", "Bold"}, new String[]{"Ctrl+I", "Italic"},
                new String[]{"Ctrl+E", "Code"}, new String[]{"Ctrl+Enter", "Keep the text"}));
        keys.put("In the inspector", List.of(new String[]{"Esc", "Put back a refused number"},
                new String[]{"Enter", "New line of a list"}, new String[]{"Alt+↑ ↓", "Move a line of a list"}));
        keys.put("Among the kept runs", List.of(new String[]{"Enter", "Open the run, compare several"},
                new String[]{"Shift+↑ ↓", "Select several"}, new String[]{"F2", "Rename"},
                new String[]{"Del", "Delete"}));
        return keys;
    }
}
