package dev.sevenstep.export;

/**
 * How drawings of other programs say which element of a design a shape is, so that an import of our own file need not guess. In
 * draw.io they are attributes of the shape, in Excalidraw members of its {@code customData}.
 */
public final class Marks {
    /** In draw.io the attribute with the role, in Excalidraw the object that holds all the others. */
    public static final String OURS = "sevenstep";
    /** What a shape is: {@link #DESIGN}, {@link #FRAME}, {@link #COMPONENT}, {@link #LINK}, {@link #NOTE} or {@link #GROUP}. */
    public static final String ROLE = "role";
    /** The drawing as a whole. */
    public static final String DESIGN = "design";
    /** The frame of a step. */
    public static final String FRAME = "frame";
    /** A card. */
    public static final String COMPONENT = "component";
    /** An arrow. */
    public static final String LINK = "link";
    /** A note. */
    public static final String NOTE = "note";
    /** A group frame. */
    public static final String GROUP = "group";
    /** Id of the element in the design. */
    public static final String ELEMENT = "element";
    /** Id of a component's or a link's kind. */
    public static final String KIND = "kind";
    /** Id of a step. */
    public static final String STEP = "step";
    /** The file of the whole design. */
    public static final String SOURCE = "source";

    private Marks() {
    }
}
