package dev.sevenstep.export.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Tidies the structure that screen readers follow. The layout engine gives every table a head and a foot, most of them without
 * a row, which some readers announce and checkers of accessibility mark.
 */
final class Tags {
    private static final Set<String> ROW_GROUPS = Set.of("THead", "TFoot");

    private Tags() {
    }

    static void tidy(PDDocument document) {
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
        while (!open.isEmpty()) {
            if (open.remove() instanceof COSDictionary tag) {
                COSDictionary attributes = tag.getCOSDictionary(COSName.A);
                if (attributes != null) {
                    // Written inside the tag instead of as an object with a number of its own.
                    attributes.setDirect(true);
                }
                COSBase kids = tag.getDictionaryObject(COSName.K);
                if (kids instanceof COSArray several) {
                    for (int i = several.size() - 1; i >= 0; i--) {
                        if (isEmptyGroup(several.getObject(i))) {
                            several.remove(i);
                        } else {
                            open.add(several.getObject(i));
                        }
                    }
                } else if (kids != null) {
                    open.add(kids);
                }
            }
        }
    }

    private static boolean isEmptyGroup(COSBase kid) {
        return kid instanceof COSDictionary tag && !tag.containsKey(COSName.K)
                && ROW_GROUPS.contains(String.valueOf(tag.getNameAsString(COSName.S)));
    }
}
