package org.reapscope.explore.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.property.PropertyException;
import org.reapscope.explore.property.PropertyParser;
import org.reapscope.explore.property.Vocabulary;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * What is going to be asked of one kernel.
 *
 * @param variant the kernel
 * @param spec its machine; null if there can be none
 * @param refusal why there can be none
 * @param objections properties that it does not understand, with the reason
 */
record Inquiry(Variant variant, @Nullable MachineSpec spec, String refusal, Map<String, PropertyException> objections) {

    static Inquiry of(Scenario scenario, Variant variant, List<String> properties) {
        try {
            MachineSpec spec = ScenarioSystem.toExplore(variant.applied(scenario)).spec();
            return new Inquiry(variant, spec, "", objections(properties, new Vocabulary(spec)));
        } catch (ModelException e) {
            return new Inquiry(variant, null, String.valueOf(e.getMessage()), Map.of());
        }
    }

    /** Throws what is wrong with a property that no kernel understands. */
    static void requireAnswerable(List<Inquiry> inquiries, List<String> properties) {
        List<Inquiry> possible = inquiries.stream().filter(i -> i.spec != null).toList();
        for (String property : properties) {
            List<PropertyException> wrong = possible.stream().map(i -> i.objections.get(property))
                    .filter(java.util.Objects::nonNull).toList();
            if (!wrong.isEmpty() && wrong.size() == possible.size()) {
                throw wrong.getFirst();
            }
        }
    }

    private static Map<String, PropertyException> objections(List<String> properties, Vocabulary words) {
        Map<String, PropertyException> objections = new LinkedHashMap<>();
        for (String property : properties) {
            try {
                PropertyParser.parse(property, words);
            } catch (PropertyException e) {
                objections.put(property, e);
            }
        }
        return objections;
    }
}
