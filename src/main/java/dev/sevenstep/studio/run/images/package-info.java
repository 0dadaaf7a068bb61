/**
 * Looking at a search among pictures: a gallery, searching on from any picture, indexes that are built and tuned while one looks, and
 * mistakes class by class.
 *
 * <p>Everything that searches or reads pictures runs off the JavaFX thread. What a slider asks for is answered newest first: while an
 * answer is worked out, only the last of the questions asked meanwhile is kept ({@code Newest}).
 *
 * <p>What a mark says is said by an outline and in words, never by a colour alone.
 */
@NullMarked
package dev.sevenstep.studio.run.images;

import org.jspecify.annotations.NullMarked;
