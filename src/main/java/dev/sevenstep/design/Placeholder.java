package dev.sevenstep.design;

/**
 * An element of the file that could not be read. It is shown with its reason and written back as it was.
 *
 * @param section the list it stood in: components, links, notes, groups, decisions
 * @param index its place in that list
 * @param reason what is wrong, in words for the user
 * @param tree the element as it stood in the file, as a plain tree
 */
public record Placeholder(String section, int index, String reason, Object tree) {
    public Placeholder {
        tree = PlainTree.frozen(tree);
    }
}
