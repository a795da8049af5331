package io.unifiedcommerce.channel.xml;

import io.unifiedcommerce.channel.template.TextTemplate;
import io.unifiedcommerce.channel.template.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * An element of a template.
 *
 * @param namespaces addresses declared here, by prefix
 * @param text null when there is none, or there are children
 * @param split whether a value of the text is a list with commas
 */
record TemplateElement(
        QName name,
        Map<String, String> namespaces,
        Map<QName, TextTemplate> attributes,
        TextTemplate text,
        boolean split,
        List<TemplateElement> children) {

    /** What becomes of it: nothing, one element, or one for each item of a list. */
    List<FilledElement> fill(Values values) {
        if (text != null && text.isPlaceholder()) {
            return ofValue(text.value(values), values);
        }
        List<FilledElement> filled = new ArrayList<>();
        children.forEach(child -> filled.addAll(child.fill(values)));
        if (filled.isEmpty() && !children.isEmpty()) {
            return List.of();
        }
        return List.of(with(text == null ? null : text.text(values), filled, values));
    }

    private List<FilledElement> ofValue(Object value, Values values) {
        if (value == null) {
            return List.of();
        }
        if (split) {
            return ofItems(List.of(value.toString().strip().split("\\s*,\\s*")), values);
        }
        return value instanceof List<?> list ? ofItems(list, values) : List.of(of(value, values));
    }

    private List<FilledElement> ofItems(List<?> items, Values values) {
        return items.stream()
                .filter(item -> item != null && !"".equals(item))
                .map(item -> of(item, values))
                .toList();
    }

    private FilledElement of(Object value, Values values) {
        FilledElement tree = FilledElement.ofTree(name, value);
        FilledElement own = with(tree.text(), tree.children(), values);
        own.attributes().putAll(tree.attributes());
        return own;
    }

    private FilledElement with(String filledText, List<FilledElement> filledChildren, Values values) {
        Map<QName, String> filled = new LinkedHashMap<>();
        attributes.forEach((attribute, template) -> {
            String value = template.textOrNull(values);
            if (value != null) {
                filled.put(attribute, value);
            }
        });
        return new FilledElement(name, namespaces, filled, filledText, filledChildren);
    }
}
