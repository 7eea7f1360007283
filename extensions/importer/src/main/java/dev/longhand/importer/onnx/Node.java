package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.longhand.importer.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One node of a graph. Two nodes are equal only if they are the same. */
final class Node {

    private final NodeProto proto;
    private final int index;

    /**
     * A node.
     *
     * @param index its position in the file
     */
    Node(NodeProto proto, int index) {
        this.proto = proto;
        this.index = index;
    }

    /** Its position in the file. */
    int index() {
        return index;
    }

    /** Its operator, with its domain if that isn't ONNX's own. */
    String operator() {
        String domain = proto.getDomain();
        return domain.isEmpty() || domain.equals("ai.onnx") ? proto.getOpType() : domain + "." + proto.getOpType();
    }

    /** Its name, or that of its first output. */
    String name() {
        return proto.getName().isEmpty() && proto.getOutputCount() > 0 ? proto.getOutput(0) : proto.getName();
    }

    Origin origin() {
        return new Origin(operator(), name());
    }

    List<String> inputs() {
        return proto.getInputList();
    }

    List<String> outputs() {
        return proto.getOutputList();
    }

    /** The name of input {@code index}, empty if there's none. */
    String input(int index) {
        return index < proto.getInputCount() ? proto.getInput(index) : "";
    }

    /** The name of output {@code index}, empty if there's none. */
    String output(int index) {
        return index < proto.getOutputCount() ? proto.getOutput(index) : "";
    }

    private Optional<AttributeProto> attribute(String name) {
        return proto.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst();
    }

    /** Whether another node has the same attributes. */
    boolean hasEqualAttributes(Node other) {
        return proto.getAttributeList().equals(other.proto.getAttributeList());
    }

    boolean has(String name) {
        return attribute(name).isPresent();
    }

    long integer(String name, long ifMissing) {
        return attribute(name).map(AttributeProto::getI).orElse(ifMissing);
    }

    float number(String name, float ifMissing) {
        return attribute(name).map(AttributeProto::getF).orElse(ifMissing);
    }

    String text(String name, String ifMissing) {
        return attribute(name).map(found -> found.getS().toStringUtf8()).orElse(ifMissing);
    }

    List<String> texts(String name) {
        return attribute(name)
                .map(found -> found.getStringsList().stream()
                        .map(text -> text.toStringUtf8())
                        .toList())
                .orElse(List.of());
    }

    List<Float> floats(String name) {
        return attribute(name).map(AttributeProto::getFloatsList).orElse(List.of());
    }

    Optional<TensorProto> tensor(String name) {
        return attribute(name).filter(AttributeProto::hasT).map(AttributeProto::getT);
    }

    Optional<List<Long>> longs(String name) {
        return attribute(name).map(AttributeProto::getIntsList);
    }

    /** Numbers of an {@code int} each, {@code count} times {@code ifMissing} if there are none. */
    List<Integer> integers(String name, int count, int ifMissing) throws UnexpressibleException {
        List<Long> found = longs(name).filter(numbers -> !numbers.isEmpty()).orElse(List.of());
        List<Integer> integers = new ArrayList<>();
        for (long number : found) {
            integers.add(small(name, number));
        }
        while (found.isEmpty() && integers.size() < count) {
            integers.add(ifMissing);
        }
        if (integers.size() != count) {
            throw new UnexpressibleException(
                    "its " + name + " has " + integers.size() + " numbers, but " + count + " are expected");
        }
        return integers;
    }

    /** A number that an {@code int} holds. */
    static int small(String name, long number) throws UnexpressibleException {
        if (number != (int) number) {
            throw new UnexpressibleException("its " + name + " is " + number + ", too large for a layer");
        }
        return (int) number;
    }
}
