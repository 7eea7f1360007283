package dev.longhand.importer.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values known so far, and the layers: what the reading of a node has to do with. */
final class Scope {

    private final OnnxGraph graph;
    private final Drafts drafts = new Drafts();
    private final Functions functions;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<Draft, LastStep> lastSteps = new HashMap<>();
    private final Map<Draft, Joined> joined = new HashMap<>();
    private final Set<Node> done = new HashSet<>();

    private final long batchSize;
    private long room;

    /**
     * Nothing is known yet.
     *
     * @param batchSize the size of the batch in the file, 0 if it has none
     * @param room how many numbers of constants may be computed from others
     */
    Scope(OnnxGraph graph, long batchSize, long room) {
        this.graph = graph;
        this.batchSize = batchSize;
        this.room = room;
        functions = new Functions(graph, drafts);
    }

    OnnxGraph graph() {
        return graph;
    }

    /** The size of the batch in the file, 0 if it has none. */
    long batchSize() {
        return batchSize;
    }

    /** Takes room for numbers that are computed from constants. */
    void take(long numbers) throws UnexpressibleException {
        room -= numbers;
        if (numbers < 0 || room < 0) {
            throw new UnexpressibleException("the constants that are computed from others have too many numbers");
        }
    }

    Drafts drafts() {
        return drafts;
    }

    Functions functions() {
        return functions;
    }

    void set(String name, Value value) {
        values.put(name, value);
    }

    /** Sets the first output of a node. */
    void set(Node node, Value value) {
        set(node.output(0), value);
    }

    /** Says that nodes are declared together with one before them. */
    void setDone(Set<Node> nodes) {
        done.addAll(nodes);
    }

    boolean isDone(Node node) {
        return done.contains(node);
    }

    Optional<Value> value(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.ofNullable(values.get(name));
    }

    /**
     * The last step of a sequence that a recurrent layer returns.
     *
     * @param layer the layer that returns only that
     * @param time the atoms of the steps
     */
    record LastStep(Draft layer, Storage storage, List<Atom> time) {}

    /** Says which layer returns the last step of a sequence alone. */
    void setLastStep(Draft sequence, LastStep last) {
        lastSteps.put(sequence, last);
    }

    /** The layer that returns the last step of a sequence alone, if a recurrent layer computes it. */
    Optional<LastStep> lastStep(Draft sequence) {
        return Optional.ofNullable(lastSteps.get(sequence));
    }

    /** What a layer joins along an axis of the file. */
    record Joined(List<Data> parts, int axis) {}

    /** Says what a layer joins, so that a part may be read without it. */
    void setJoined(Draft layer, Joined parts) {
        joined.put(layer, parts);
    }

    /** What a layer joins, if it's known. */
    Optional<Joined> joined(Draft layer) {
        return Optional.ofNullable(joined.get(layer));
    }

    Optional<Value> input(Node node, int index) {
        return value(node.input(index));
    }

    /** Input {@code index}, a constant if there is one. */
    Optional<Constant> constant(Node node, int index) throws UnexpressibleException {
        Optional<Value> value = input(node, index);
        if (value.isPresent() && !(value.get() instanceof Constant)) {
            throw new UnexpressibleException(
                    "its input " + (index + 1) + " is computed from the data, but a layer has constants there");
        }
        return value.map(constant -> (Constant) constant);
    }

    /** Input {@code index}, which must be a constant. */
    Constant required(Node node, int index) throws UnexpressibleException {
        return constant(node, index)
                .orElseThrow(() -> new UnexpressibleException("its input " + (index + 1) + " is missing"));
    }

    /** Whole numbers of an attribute of earlier versions of the operator, or of an input of later ones. */
    Optional<List<Long>> wholes(Node node, String attribute, int index) throws UnexpressibleException {
        if (node.has(attribute)) {
            return node.longs(attribute);
        }
        Optional<Constant> constant = constant(node, index);
        return constant.map(found -> {
            Long[] numbers = new Long[found.count()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = found.isWhole() ? found.wholes()[i] : (long) found.at(i);
            }
            return List.of(numbers);
        });
    }

    /** Input {@code index}, which must be data, as it's known: functions may still have to be applied. */
    Data raw(Node node, int index) throws UnexpressibleException {
        Optional<Value> value = input(node, index);
        if (value.isPresent() && value.get() instanceof Data data) {
            return data;
        }
        throw new UnexpressibleException("its input " + (index + 1) + " is "
                + (value.isEmpty() ? "missing" : "a constant, but a layer computes from the data"));
    }

    /** Input {@code index} without functions to be applied; it may be scaled and padded. */
    Data scaled(Node node, int index) throws UnexpressibleException {
        return functions.apply(raw(node, index));
    }

    /** Input {@code index} as the numbers of a layer. */
    Data plain(Node node, int index) throws UnexpressibleException {
        return functions.plain(raw(node, index));
    }
}
