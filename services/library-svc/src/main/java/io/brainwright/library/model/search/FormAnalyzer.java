package io.brainwright.library.model.search;

import org.apache.lucene.analysis.Analyzer;

/** The analysis of every text field of the index. */
final class FormAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return new TokenStreamComponents(new FormTokens());
    }
}
