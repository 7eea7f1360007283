package dev.longhand.io;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.safetensors.SafetensorsHeader;
import dev.longhand.safetensors.TensorEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds for each tensor of a file the array of a network that it is; a bias may be two tensors, which are added up. */
final class TensorTargets {

    private final String file;
    private final ModelInfo info;
    private final SortedMap<String, TensorSlot> slots;
    private final TensorNames names;
    private final boolean isPyTorch;
    private final Map<String, String> kinds = new HashMap<>();

    /**
     * A search.
     *
     * @param file the name of the file in messages
     * @param isPyTorch whether the file has PyTorch's layout
     */
    TensorTargets(
            String file, ModelInfo info, SortedMap<String, TensorSlot> slots, TensorNames names, boolean isPyTorch) {
        this.file = file;
        this.info = info;
        this.slots = slots;
        this.names = names;
        this.isPyTorch = isPyTorch;
        for (LayerInfo layer : info.layers()) {
            kinds.put(layer.name(), layer.kind());
        }
    }

    /**
     * The arrays by the names of their tensors, each array of the network among them.
     *
     * @throws InvalidFileException if an array has no tensor, a tensor no array, or an array more than one tensor
     */
    Map<String, TensorSlot> of(SafetensorsHeader header) throws InvalidFileException {
        Map<String, TensorSlot> targets = new HashMap<>();
        SortedMap<String, List<TensorEntry>> sources = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        Set<String> entries = new HashSet<>();
        for (TensorEntry tensor : header.tensors().values()) {
            String entry = names.entry(tensor.name());
            entries.add(entry);
            String name = array(names.name(tensor.name(), entry));
            if (name.isEmpty() || (isPyTorch && PyTorchNames.isCounter(tensor))) {
                continue;
            }
            TensorSlot slot = slots.get(name);
            if (slot != null) {
                targets.put(tensor.name(), slot);
                sources.computeIfAbsent(name, none -> new ArrayList<>()).add(tensor);
            } else if (entry.isEmpty()) {
                unknown.add(tensor.name());
            } else {
                throw new InvalidFileException(
                        names.source(),
                        "\"" + tensor.name() + "\" would be \"" + name + "\", but the arrays of " + info.name()
                                + " are " + listed(slots.keySet()));
            }
        }
        for (String entry : names.entries().keySet()) {
            if (!entries.contains(entry)) {
                throw new InvalidFileException(
                        names.source(),
                        "\"" + entry + "\" is no tensor and no module of " + file + ", or lines name all its tensors:"
                                + " the tensors are " + listed(header.tensors().keySet()));
            }
        }
        checkAllFound(sources.keySet(), unknown);
        for (TensorSlot slot : slots.values()) {
            checkNumber(slot, sources.getOrDefault(slot.name(), List.of()));
        }
        return targets;
    }

    /** The name of an array, given that or PyTorch's. */
    private String array(String name) {
        int dot = name.lastIndexOf('.');
        String kind = dot < 0 ? null : kinds.get(name.substring(0, dot));
        boolean isTranslated = isPyTorch || names != TensorNames.NONE;
        if (kind == null || !isTranslated || slots.containsKey(name)) {
            return name;
        }
        return name.substring(0, dot + 1) + PyTorchNames.array(kind, name.substring(dot + 1));
    }

    private void checkAllFound(Set<String> found, Set<String> unknown) throws InvalidFileException {
        Set<String> missing = new TreeSet<>(slots.keySet());
        missing.removeAll(found);
        if (missing.isEmpty() && unknown.isEmpty()) {
            return;
        }
        boolean mayDiffer = !missing.isEmpty() && !unknown.isEmpty();
        String remedy = isPyTorch && mayDiffer
                ? ": if only the names differ, map them by TensorNames, in lines such as \""
                        + unknown.iterator().next() + " = " + missing.iterator().next() + "\""
                : "";
        throw invalid("it isn't of the network " + info.name() + ":"
                + (missing.isEmpty() ? "" : " it lacks " + listed(missing))
                + (mayDiffer ? " and" : "")
                + (unknown.isEmpty() ? "" : " it has " + listed(unknown) + ", which the network hasn't")
                + remedy);
    }

    private void checkNumber(TensorSlot slot, List<TensorEntry> tensors) throws InvalidFileException {
        String name = slot.name();
        boolean isSum = PyTorchNames.isSum(slot);
        String first = tensors.get(0).name();
        if (tensors.size() > (isSum ? 2 : 1)) {
            throw invalid(listed(tensors.stream().map(TensorEntry::name).toList()) + " are all \"" + name + "\" of "
                    + info.name() + ", which is read from " + (isSum ? "two at most" : "one"));
        }
        String other = PyTorchNames.otherSummand(first);
        if (isSum && tensors.size() == 1 && !other.equals(first)) {
            throw invalid("it has \"" + first + "\", but not \"" + other + "\": " + name + " of " + info.name()
                    + " is their sum");
        }
    }

    /** The names in quotes, the first few of many. */
    private static String listed(Collection<String> names) {
        int shown = 5;
        String list = "\"" + String.join("\", \"", names.stream().limit(shown).toList()) + "\"";
        return names.size() <= shown ? list : list + " and " + (names.size() - shown) + " more";
    }

    private InvalidFileException invalid(String reason) {
        return new InvalidFileException(file, reason);
    }
}
