package io.brainwright.library.model.shelf;

import io.brainwright.library.model.document.Document;

/**
 * What the library keeps of a document.
 *
 * @param document what is known of it
 * @param file name of its original within the folder
 * @param mapping name of the file that says what its columns mean, empty where there is none
 * @param dataset id of the dataset that was made from it, empty where there is none
 * @param entry key of the entry where the original is a bibliography, empty otherwise
 */
public record Kept(Document document, String file, String mapping, String dataset, String entry) {
    /** The same with other facts. */
    public Kept with(Document facts) {
        return new Kept(facts, file, mapping, dataset, entry);
    }

    /** The same with the dataset that was made from it. */
    public Kept withDataset(String id) {
        return new Kept(document, file, mapping, id, entry);
    }
}
