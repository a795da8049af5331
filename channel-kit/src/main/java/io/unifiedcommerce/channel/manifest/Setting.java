package io.unifiedcommerce.channel.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one key of a manifest: the record component's name in snake case. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** One sentence for the reference and for editors. */
    String value();

    /** Whether the key may be left out; it then is {@link #byDefault()}, or null, or an empty collection. */
    boolean optional() default false;

    /** The text that stands in for a missing key; it implies {@link #optional()}. */
    String byDefault() default "";
}
