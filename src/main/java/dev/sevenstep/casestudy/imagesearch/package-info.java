/**
 * Search among pictures by what they look like.
 *
 * <p>A {@link dev.sevenstep.casestudy.imagesearch.PictureSet} brings all pictures into one form; an
 * {@link dev.sevenstep.casestudy.imagesearch.Embedding} learns from the catalogue and gives an
 * {@link dev.sevenstep.casestudy.imagesearch.Embedder} that makes a vector of any picture, so that the same code serves the test, the
 * window and the latency probe. Every embedder has a version, a hash over all that its vectors depend on: an index made with one version
 * is no use to another. What an independent program reaches is held by {@code ReferenceTest} and,
 * through the ranges in the case's file, by {@code CaseFileTest}.
 *
 * <p>Files of users are not believed: sizes are looked at before anything is decoded, memory is taken as data come, and a photograph that
 * cannot be used is listed with its reason and passed over (held by {@code IdxFileTest}, {@code PhotoFolderTest}). Decoders fill with grey what a
 * cut photograph lacks and say nothing, so its end is looked for first ({@code PhotoEndTest}).
 *
 * <p>Work is cut into pieces of fixed size, and sums over pieces are made in their order: neither vectors nor weights depend on the number
 * of threads (held by {@code EmbeddingTest}, {@code PerceptronTest}).
 */
@NullMarked
package dev.sevenstep.casestudy.imagesearch;

import org.jspecify.annotations.NullMarked;
