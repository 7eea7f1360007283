package dev.longhand.examples.quickstart;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A project of Maven, of which the coordinates are read. */
record Pom(Document document) {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    /** Coordinates of an artifact, as in {@code dev.longhand:longhand-runtime:1.0}. */
    record Artifact(String group, String name, String version) {}

    static Pom parse(String xml) throws ParserConfigurationException, IOException, SAXException {
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))));
    }

    static Pom read(Path file) throws ParserConfigurationException, IOException, SAXException {
        return parse(Files.readString(file));
    }

    /** All artifacts that an element of this name describes, in their order, with the values of properties. */
    List<Artifact> artifacts(String element) {
        List<Artifact> artifacts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(element);
        for (int i = 0; i < nodes.getLength(); i++) {
            Element node = (Element) nodes.item(i);
            artifacts.add(new Artifact(child(node, "groupId"), child(node, "artifactId"), child(node, "version")));
        }
        return artifacts;
    }

    /** The version of an artifact that an element of this name describes. */
    String version(String element, String name) {
        return artifacts(element).stream()
                .filter(artifact -> artifact.name().equals(name))
                .map(Artifact::version)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + element + " " + name));
    }

    /** The version of the project itself. */
    String version() {
        return child(document.getDocumentElement(), "version");
    }

    /** The text of the first element of this name. */
    String value(String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    /** The text of a child; empty if there is none. */
    private String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return PROPERTY.matcher(node.getTextContent()).replaceAll(this::property);
            }
        }
        return "";
    }

    private String property(MatchResult found) {
        return found.group(1).equals("project.version") ? version() : value(found.group(1));
    }
}
