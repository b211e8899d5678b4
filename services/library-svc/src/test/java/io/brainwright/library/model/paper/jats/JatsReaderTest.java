package io.brainwright.library.model.paper.jats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.PassageKind;
import io.brainwright.library.model.reading.Parsed;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JatsReaderTest {
    @Test
    void titleAuthorsYearJournalDoiAndLicenceAreRead() {
        var facts = article("""
                <front><journal-meta><journal-title-group><journal-title>Journal of Cells</journal-title></journal-title-group></journal-meta>
                <article-meta><article-id pub-id-type="doi">https://doi.org/10.1234/ABC.5</article-id>
                <title-group><article-title>Layer <italic>2/3</italic> cells</article-title></title-group>
                <contrib-group><contrib contrib-type="author"><name><surname>de la Rue</surname><given-names>Ana-Maria</given-names></name></contrib>
                <contrib contrib-type="editor"><name><surname>Nobody</surname><given-names>N</given-names></name></contrib></contrib-group>
                <pub-date><year>2017</year></pub-date><pub-date><year>2016</year></pub-date>
                <permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>Open.</license-p></license></permissions>
                <abstract><p>We measured.</p></abstract></article-meta></front>""").facts();
        assertThat(facts.title()).isEqualTo("Layer 2/3 cells");
        assertThat(facts.authors()).containsExactly("de la Rue AM");
        assertThat(facts.year()).isEqualTo(2016);
        assertThat(facts.journal()).isEqualTo("Journal of Cells");
        assertThat(facts.doi()).isEqualTo("10.1234/abc.5");
        assertThat(facts.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    }

    @Test
    void powersKeepTheirMeaningAndReferencesTheirBrackets() {
        var passages = article("""
                <body><sec id="S1"><title>Results</title><p>There were 3.2 &#215; 10<sup>4</sup> cells/mm<sup>3</sup>
                and 10<sup>&#8722;2</sup> of them, C<sub>m</sub> = 1 as found before<sup><xref ref-type="bibr">12</xref></sup>,
                where <inline-formula><mml:math><mml:mi>x</mml:mi></mml:math></inline-formula> is large.</p></sec></body>""").passages();
        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().text())
                .isEqualTo(
                        "There were 3.2 × 10^4 cells/mm3 and 10^\u22122 of them, Cm = 1 as found before[12], where [formula] is large.");
        assertThat(passages.getFirst().section()).isEqualTo("Results");
        assertThat(passages.getFirst().element()).isEqualTo("S1");
    }

    @Test
    void aTableBecomesRowsWithHeadersSpelledOutAlsoWhereCellsSpan() {
        var parsed = article("""
                <body><table-wrap id="T1"><label>Table 1.</label><caption><p>Passive properties</p></caption><table>
                <thead><tr><th rowspan="2">Cell</th><th colspan="2">Rm (MOhm)</th></tr><tr><th>mean</th><th>SD</th></tr></thead>
                <tbody><tr><td colspan="3">Layer 5</td></tr><tr><td rowspan="2">TTPC</td><td>40.1</td><td>3</td></tr>
                <tr><td>41</td><td>4</td></tr></tbody></table><table-wrap-foot><p>n = 9</p></table-wrap-foot></table-wrap></body>""");
        assertThat(parsed.passages())
                .extracting(Passage::kind)
                .containsExactly(PassageKind.CAPTION, PassageKind.TABLE_ROW, PassageKind.TABLE_ROW, PassageKind.NOTE);
        var row = parsed.passages().get(1);
        assertThat(row.text()).isEqualTo("Layer 5 | Cell: TTPC | Rm (MOhm) / mean: 40.1 | Rm (MOhm) / SD: 3");
        var cell = row.cells().get(1);
        assertThat(cell.columnHeaders()).containsExactly("Rm (MOhm)", "mean");
        assertThat(cell.rowHeader()).isEqualTo("Layer 5 / TTPC");
        assertThat(row.text().substring(cell.begin(), cell.end())).isEqualTo("40.1");
        assertThat(parsed.passages().get(2).text()).endsWith("Cell: TTPC | Rm (MOhm) / mean: 41 | Rm (MOhm) / SD: 4");
        assertThat(parsed.passages()).allMatch(p -> p.element().equals("T1"));
    }

    @Test
    void referencesStandApartAndSayWhatTheyAre() {
        var passages = article("""
                <back><ref-list><title>References</title><ref id="B1"><element-citation><person-group><name><surname>Doe</surname>
                <given-names>J</given-names></name></person-group><year>1999</year><article-title>On cells</article-title>
                </element-citation></ref></ref-list></back>""").passages();
        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().kind()).isEqualTo(PassageKind.REFERENCE);
        assertThat(passages.getFirst().element()).isEqualTo("B1");
        assertThat(passages.getFirst().text()).isEqualTo("Doe J 1999 On cells");
    }

    @Test
    void anEntityOfADocumentTypeIsNeverLoaded(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        var attack = "<!DOCTYPE article [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><article><body><p>a &x; b</p></body></article>";
        assertThatThrownBy(() -> read(attack)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("XML_ENTITY");
            assertThat(p.sentence()).contains("paper.xml", "line 1").doesNotContain("the secret of");
        });
        var parameter = "<!DOCTYPE article [<!ENTITY % y SYSTEM \"" + secret.toUri()
                + "\"> %y;]><article><body><p>a b</p></body></article>";
        assertThat(read(parameter).passages()).extracting(Passage::text).containsExactly("a b");
    }

    @Test
    void aBillionLaughsAreOneProblem() {
        var laughs = new StringBuilder("<!DOCTYPE article [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        laughs.append("]><article><body><p>&l9;</p></body></article>");
        assertThatThrownBy(() -> read(laughs.toString()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("XML_ENTITY"));
    }

    @Test
    void deepNestingIsAProblemAndNoStackOverflow() {
        assertThatThrownBy(() -> read("<article>" + "<sec>".repeat(100_000)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("paper.xml");
    }

    @Test
    void aHugeSpanIsTakenAsOneAndSaid() {
        var parsed = article(
                "<body><table-wrap><label>Table 9</label><table><tr><td colspan=\"999999999\">1</td><td>2</td></tr></table></table-wrap></body>");
        assertThat(parsed.report().odd()).anyMatch(o -> o.contains("Table 9") && o.contains("999999999"));
        assertThat(parsed.passages().getLast().cells()).hasSize(2);
    }

    @Test
    void fullPapersAreReadWithTablesCaptionsAndReferences() throws IOException {
        var phage = read(Reference.path("literature/jats/1471-2180-11-174.nxml"));
        assertThat(phage.facts().doi()).isEqualTo("10.1186/1471-2180-11-174");
        assertThat(phage.facts().authors()).containsExactly("Dennehy JJ", "Wang IN");
        assertThat(count(phage, PassageKind.TABLE_ROW)).isGreaterThan(20);
        assertThat(count(phage, PassageKind.REFERENCE)).isGreaterThan(40);
        assertThat(phage.passages())
                .filteredOn(p -> p.kind() == PassageKind.TABLE_ROW)
                .allSatisfy(p -> p.cells()
                        .forEach(c -> assertThat(p.text().substring(c.begin(), c.end()))
                                .isEqualTo(c.text())));
        var enzyme = read(Reference.path("literature/jats/pone.0046493.nxml"));
        assertThat(count(enzyme, PassageKind.CAPTION)).isGreaterThan(5);
        assertThat(enzyme.passages()).noneMatch(p -> p.text().contains("\\usepackage"));
    }

    @Test
    void frontMatterAloneIsReadAndSaidToBeAlone() throws IOException {
        for (var name : List.of("elife-16553.xml", "elife-18167.xml", "elife-48373.xml")) {
            var paper = read(Reference.path("literature/jats/" + name));
            assertThat(paper.passages()).extracting(Passage::kind).contains(PassageKind.TITLE, PassageKind.ABSTRACT);
            assertThat(paper.facts().doi()).startsWith("10.7554/elife.");
            assertThat(paper.facts().year()).isNotNull();
            assertThat(paper.report().odd()).anyMatch(o -> o.startsWith("There is no body"));
        }
    }

    private static long count(Parsed parsed, PassageKind kind) {
        return parsed.passages().stream().filter(p -> p.kind() == kind).count();
    }

    private static Parsed article(String inner) {
        return read(
                "<article xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:mml=\"http://www.w3.org/1998/Math/MathML\">"
                        + inner + "</article>");
    }

    private static Parsed read(String xml) {
        return JatsReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "paper.xml");
    }

    private static Parsed read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return JatsReader.read(in, file.getFileName().toString());
        }
    }
}
