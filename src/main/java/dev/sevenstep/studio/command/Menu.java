package dev.sevenstep.studio.command;

/** The menus, in order. */
public enum Menu {
    FILE("File"), EDIT("Edit"), VIEW("View"), ARRANGE("Arrange"), RUN("Run"), HELP("Help");

    private final String title;

    Menu(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
