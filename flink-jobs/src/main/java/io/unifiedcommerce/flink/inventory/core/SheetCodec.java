package io.unifiedcommerce.flink.inventory.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Form of a SKU's sheet. */
final class SheetCodec implements Codec<Sheet> {

    private static final int FORMAT = 1;

    private static final Codec<Shelf> SHELF = new ShelfCodec();
    private static final Codec<Mirror> MIRROR = new MirrorCodec();
    private static final Codec<Recipe> RECIPE = new RecipeCodec();
    private static final Codec<Component> COMPONENT = new ComponentCodec();
    private static final Codec<SortedMap<String, Component>> COMPONENTS = new ComponentsCodec();

    @Override
    public void write(Sheet sheet, DataOutput out) throws IOException {
        Wire.writeFormat(FORMAT, out);
        Wire.writeLong(sheet.version, out);
        Wire.writeMap(sheet.shelves, SHELF, out);
        Wire.writeMap(sheet.mirrors, MIRROR, out);
        Wire.writeLong(sheet.drift, out);
        Wire.writeMap(sheet.recipes, RECIPE, out);
        Wire.writeAll(sheet.kits, Wire.TEXT, out);
        Wire.writeMap(sheet.components, COMPONENTS, out);
        Wire.writeAll(sheet.unpublished, Wire.TEXT, out);
        out.writeBoolean(sheet.channelsUnpublished);
        Wire.writeMap(sheet.published, Wire.NUMBER, out);
        Wire.writeLong(sheet.publishedAt, out);
        Wire.writeMap(sheet.oversold, Wire.NUMBER, out);
        Wire.writeLong(sheet.nextExpiry, out);
        Wire.writeLong(sheet.nextSweep, out);
        Wire.writeLong(sheet.wakeAt, out);
    }

    @Override
    public Sheet read(DataInput in) throws IOException {
        Wire.readFormat(FORMAT, "A ledger sheet", in);
        Sheet sheet = new Sheet();
        sheet.version = Wire.readLong(in);
        Wire.readMap(sheet.shelves, SHELF, in);
        Wire.readMap(sheet.mirrors, MIRROR, in);
        sheet.drift = Wire.readLong(in);
        Wire.readMap(sheet.recipes, RECIPE, in);
        sheet.kits.addAll(Wire.readAll(Wire.TEXT, in));
        Wire.readMap(sheet.components, COMPONENTS, in);
        sheet.unpublished.addAll(Wire.readAll(Wire.TEXT, in));
        sheet.channelsUnpublished = in.readBoolean();
        Wire.readMap(sheet.published, Wire.NUMBER, in);
        sheet.publishedAt = Wire.readLong(in);
        Wire.readMap(sheet.oversold, Wire.NUMBER, in);
        sheet.nextExpiry = Wire.readLong(in);
        sheet.nextSweep = Wire.readLong(in);
        sheet.wakeAt = Wire.readLong(in);
        return sheet;
    }

    private static final class ShelfCodec implements Codec<Shelf> {

        @Override
        public void write(Shelf shelf, DataOutput out) throws IOException {
            out.writeBoolean(shelf.anchor != null);
            if (shelf.anchor != null) {
                Wire.writeLong(shelf.anchor.asOf(), out);
                out.writeUTF(shelf.anchor.seq());
                out.writeUTF(shelf.anchor.id());
                Wire.writeLong(shelf.anchor.quantity(), out);
                Wire.writeEnum(shelf.anchor.measured(), out);
            }
            Wire.writeLong(shelf.lines, out);
            Wire.writeLong(shelf.committed, out);
            Wire.writeLong(shelf.reserved, out);
            Wire.writeLong(shelf.moved, out);
            Wire.writeLong(shelf.folded, out);
            Wire.writeLong(shelf.foldedUntil, out);
        }

        @Override
        public Shelf read(DataInput in) throws IOException {
            Shelf shelf = new Shelf();
            if (in.readBoolean()) {
                shelf.anchor = new Anchor(
                        Wire.readLong(in),
                        in.readUTF(),
                        in.readUTF(),
                        Wire.readLong(in),
                        Wire.readEnum(Measured.class, in));
            }
            shelf.lines = Wire.readLong(in);
            shelf.committed = Wire.readLong(in);
            shelf.reserved = Wire.readLong(in);
            shelf.moved = Wire.readLong(in);
            shelf.folded = Wire.readLong(in);
            shelf.foldedUntil = Wire.readLong(in);
            return shelf;
        }
    }

    private static final class RecipeCodec implements Codec<Recipe> {

        private static final Codec<Fact.Part> PART = new PartCodec();

        @Override
        public void write(Recipe recipe, DataOutput out) throws IOException {
            out.writeUTF(recipe.version());
            Wire.writeAll(recipe.parts(), PART, out);
        }

        @Override
        public Recipe read(DataInput in) throws IOException {
            return new Recipe(in.readUTF(), Wire.readAll(PART, in));
        }
    }

    private static final class ComponentsCodec implements Codec<SortedMap<String, Component>> {

        @Override
        public void write(SortedMap<String, Component> components, DataOutput out) throws IOException {
            Wire.writeMap(components, COMPONENT, out);
        }

        @Override
        public SortedMap<String, Component> read(DataInput in) throws IOException {
            SortedMap<String, Component> components = new TreeMap<>();
            Wire.readMap(components, COMPONENT, in);
            return components;
        }
    }

    private static final class ComponentCodec implements Codec<Component> {

        @Override
        public void write(Component component, DataOutput out) throws IOException {
            Wire.writeLong(component.available(), out);
            Wire.writeLong(component.version(), out);
        }

        @Override
        public Component read(DataInput in) throws IOException {
            return new Component(Wire.readLong(in), Wire.readLong(in));
        }
    }
}
