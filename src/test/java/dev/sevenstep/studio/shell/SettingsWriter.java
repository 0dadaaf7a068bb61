package dev.sevenstep.studio.shell;

import java.nio.file.Path;

/** A program that remembers a file and forgets it again, many times, and says how often that was lost to another program. */
final class SettingsWriter {
    private SettingsWriter() {
    }

    /**
     * @param arguments the folder of the settings, the name of the file, how many times
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve(arguments[1]);
        int lost = 0;
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            new Settings(folder).remember(file);
            if (!new Settings(folder).recent().contains(file)) {
                lost++;
            }
            new Settings(folder).forget(file);
            if (new Settings(folder).recent().contains(file)) {
                lost++;
            }
        }
        System.out.println(lost + " lost");
    }
}
