/**
 * What an event is: entities, envelope, keys, topic names and ids. The entity types are generated from
 * {@code commerce.avdl}; the classes written here derive the Connect schemas and the JSON form from the same file.
 */
package io.unifiedcommerce.model;
