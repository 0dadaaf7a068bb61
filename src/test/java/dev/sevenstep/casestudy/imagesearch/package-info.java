@org.jspecify.annotations.NullMarked
package dev.sevenstep.casestudy.imagesearch;
