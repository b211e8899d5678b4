package io.brainwright.library.model.bibliography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BibtexReaderTest {
    private final List<String> odd = new ArrayList<>();

    @Test
    void entriesTellTitleAuthorsYearJournalAndDoi() {
        var entries = read("""
                % my papers
                @string{jc = "Journal of Cells"}
                @article{molnar2016,
                  author = {Moln{\\'a}r, G{\\'a}bor and van der Berg, Anna-Maria and Hans M{\\"u}ller and others},
                  title = {Release at {GABA}ergic synapses: 5 $\\mu$m --- and {\\ss}},
                  journal = jc, year = 2016, doi = {10.1234/ABC},
                  abstract = {We saw many vesicles.}
                }
                @comment{nothing}
                """);
        assertThat(entries).hasSize(1);
        var facts = entries.getFirst().facts();
        assertThat(facts.title()).isEqualTo("Release at GABAergic synapses: 5 µm — and ß");
        assertThat(facts.authors()).containsExactly("Molnár G", "van der Berg AM", "Müller H");
        assertThat(facts.year()).isEqualTo(2016);
        assertThat(facts.journal()).isEqualTo("Journal of Cells");
        assertThat(facts.doi()).isEqualTo("10.1234/abc");
        assertThat(entries.getFirst().summary()).isEqualTo("We saw many vesicles.");
        assertThat(odd).isEmpty();
    }

    @Test
    void anAbbreviationThatIsExplainedNowhereIsSaidAndNoEntryIsLost() {
        assertThat(read("@article{a, title = {On cells}, journal = unknownjournal}"))
                .hasSize(1);
        assertThat(odd).anyMatch(o -> o.contains("unknownjournal"));
    }

    @Test
    void aBrokenBibliographyIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read("@article{a, title = {On cells}\n\n@article{b, title = {x"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("papers.bib", "line"));
    }

    private List<BibEntry> read(String text) {
        return BibtexReader.read(text, "papers.bib", odd::add);
    }

    @Test
    void anEntryWhoseNameIsNoNameEndsTheReading() {
        assertThatThrownBy(() -> BibtexReader.read(
                        "@article{a, title = {On}, ye\u00ff\u00e2ar = 1e}\n@string{j = \"J\"}\n@\u0080ook{b, title = \"B\" # j, doi = {x(\u0080",
                        "x.bib",
                        _ -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("x.bib");
    }
}
