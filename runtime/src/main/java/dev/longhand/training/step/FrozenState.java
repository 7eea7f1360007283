package dev.longhand.training.step;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.StateInfo;
import dev.longhand.optimizer.LayerRules;
import java.util.List;

/** The state of frozen layers, such as a batch norm's running statistics, which a step must not change. */
final class FrozenState {

    private final float[] state;
    private final float[] kept;
    private final int[] from;
    private final int[] size;

    FrozenState(ModelInfo model, LayerRules rules, float[] state) {
        List<StateInfo> frozen = model.layers().stream()
                .filter(rules::isFrozen)
                .map(LayerInfo::state)
                .flatMap(List::stream)
                .toList();
        this.state = state;
        kept = new float[frozen.isEmpty() ? 0 : state.length];
        from = frozen.stream().mapToInt(StateInfo::offset).toArray();
        size = frozen.stream().mapToInt(StateInfo::size).toArray();
    }

    /** Before the state is updated. */
    void keep() {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(state, from[i], kept, from[i], size[i]);
        }
    }

    /** After the state was updated. */
    void restore() {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(kept, from[i], state, from[i], size[i]);
        }
    }
}
