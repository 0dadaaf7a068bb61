package dev.sevenstep.casestudy.imagesearch;

import dev.sevenstep.pipeline.ImageTest;
import dev.sevenstep.pipeline.Picture;
import java.util.List;

/** Labelled pictures, all brought into one form. Safe for several threads. */
interface PictureSet {
    /** For people. */
    String title();

    /** SHA-256 of the content, hex. */
    String hash();

    /** Names of the classes; a label is a number in here. */
    List<String> classes();

    int size();

    int label(int item);

    /** As in the data: a file below its folder, or a number. */
    String name(int item);

    /** In the form that embeddings are made from. Photographs are read from disk where memory does not hold them any more. */
    Picture picture(int item);

    /** For people: upright, at most 256 pixels a side. */
    Picture shown(int item);

    /** A picture from elsewhere in the form of these. */
    Picture form(Picture foreign);

    /** Whether these are photographs; else drawings or cut-outs in levels of grey. */
    boolean photographs();

    /** Files that could not be used. */
    List<ImageTest.Skipped> skipped();
}
