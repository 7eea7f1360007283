package dev.longhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What holds for every page. */
final class PageCheck {

    /** The most characters of a page. */
    private static final int LARGEST = 3_000_000;

    private final Document document;

    private PageCheck(Document document) {
        this.document = document;
    }

    /** Reads a page and checks what holds for all of them. */
    static PageCheck of(Path page) throws IOException {
        String text = Files.readString(page);
        assertThat(text).startsWith("<!DOCTYPE html>").hasSizeLessThan(LARGEST);
        PageCheck check = new PageCheck(parse(text));
        check.refersToNothingOutside(text);
        check.imagesHaveWords();
        check.anchorsLeadSomewhere();
        check.headersHaveScopes();
        check.headingsSkipNoLevel();
        return check;
    }

    private static Document parse(String text) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the page isn't well-formed", e);
        }
    }

    private void refersToNothingOutside(String text) {
        for (Element element : all("*")) {
            for (String attribute : new String[] {"src", "href", "srcset", "action", "data", "poster"}) {
                String value = element.getAttribute(attribute);
                assertThat(value.isEmpty() || value.startsWith("#") || value.startsWith("data:image/"))
                        .as("%s of <%s> is %s", attribute, element.getTagName(), value)
                        .isTrue();
            }
        }
        for (String tag : new String[] {"link", "script", "iframe", "object", "base"}) {
            assertThat(all(tag)).as(tag).isEmpty();
        }
        assertThat(text).doesNotContain("@import", "url(");
    }

    private void imagesHaveWords() {
        for (Element image : all("img")) {
            assertThat(image.getAttribute("alt")).as("alt of an image").isNotBlank();
            assertThat(Integer.parseInt(image.getAttribute("width"))).isPositive();
            assertThat(Integer.parseInt(image.getAttribute("height"))).isPositive();
        }
        for (Element drawing : all("svg")) {
            boolean hasWords = !drawing.getAttribute("aria-label").isBlank()
                    || drawing.getAttribute("aria-hidden").equals("true")
                    || drawing.getFirstChild() != null
                            && drawing.getElementsByTagName("title").getLength() > 0;
            assertThat(hasWords).as("words of a drawing").isTrue();
        }
    }

    private void anchorsLeadSomewhere() {
        Set<String> ids = new HashSet<>();
        for (Element element : all("*")) {
            String id = element.getAttribute("id");
            if (!id.isEmpty()) {
                assertThat(ids.add(id)).as("the anchor %s occurs twice", id).isTrue();
            }
        }
        for (Element link : all("a")) {
            assertThat(ids).contains(link.getAttribute("href").substring(1));
        }
        for (Element element : all("*")) {
            String label = element.getAttribute("aria-labelledby");
            assertThat(label.isEmpty() || ids.contains(label)).as(label).isTrue();
        }
    }

    private void headersHaveScopes() {
        for (Element header : all("th")) {
            assertThat(header.getAttribute("scope")).isIn("row", "col");
        }
        for (Element table : all("table")) {
            Element parent = (Element) table.getParentNode();
            boolean hasName = table.getElementsByTagName("caption").getLength() == 1
                    || !parent.getAttribute("aria-label").isEmpty();
            assertThat(hasName).as("a table has a name").isTrue();
        }
    }

    private void headingsSkipNoLevel() {
        int level = 0;
        for (Element element : all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).as(element.getTextContent()).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(all("h1")).hasSize(1);
    }

    /** The elements of this name. */
    List<Element> all(String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The texts of all elements of this name. */
    List<String> texts(String tag) {
        return all(tag).stream().map(Element::getTextContent).toList();
    }

    /** The element with this anchor. */
    Element at(String anchor) {
        return all("*").stream()
                .filter(element -> element.getAttribute("id").equals(anchor))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no anchor " + anchor));
    }

    /** The text of the whole page, its style sheet apart. */
    String text() {
        return ((Element) document.getElementsByTagName("body").item(0)).getTextContent();
    }
}
