-- The tables of a uniCenta oPOS till that the capture reads, with more columns than a sale needs where these are a trap:
-- a password, images, blobs. Amounts and units are double precision and times have no zone, as at the real till.

CREATE TABLE locations (id varchar(255) PRIMARY KEY, name varchar(255) NOT NULL, address varchar(255));

CREATE TABLE taxes (
    id varchar(255) PRIMARY KEY, name varchar(255) NOT NULL, category varchar(255) NOT NULL, rate double precision NOT NULL);

CREATE TABLE people (
    id varchar(255) PRIMARY KEY, name varchar(255) NOT NULL, apppassword varchar(255), card varchar(255),
    role varchar(255) NOT NULL, visible boolean NOT NULL, image bytea);

CREATE TABLE products (
    id varchar(255) PRIMARY KEY, reference varchar(255) NOT NULL UNIQUE, code varchar(255) NOT NULL UNIQUE,
    codetype varchar(255), name varchar(255) NOT NULL, pricebuy double precision NOT NULL DEFAULT 0,
    pricesell double precision NOT NULL DEFAULT 0, category varchar(255) NOT NULL, taxcat varchar(255) NOT NULL,
    attributeset_id varchar(255), isservice boolean NOT NULL DEFAULT false, iscom boolean NOT NULL DEFAULT false,
    isscale boolean NOT NULL DEFAULT false, stockunits double precision NOT NULL DEFAULT 0, supplier varchar(255),
    uom varchar(255) DEFAULT '0', attributes bytea, image bytea);

CREATE TABLE customers (
    id varchar(255) PRIMARY KEY, searchkey varchar(255) NOT NULL UNIQUE, taxid varchar(255), name varchar(255) NOT NULL,
    firstname varchar(255), lastname varchar(255), email varchar(255), phone varchar(255), phone2 varchar(255),
    card varchar(255), address varchar(255), address2 varchar(255), postal varchar(255), city varchar(255),
    region varchar(255), country varchar(255), maxdebt double precision NOT NULL DEFAULT 0, curdebt double precision,
    curdate timestamp, notes text, visible boolean NOT NULL DEFAULT true, isvip boolean NOT NULL DEFAULT false,
    discount double precision DEFAULT 0, image bytea);

CREATE TABLE closedcash (
    money varchar(255) PRIMARY KEY, host varchar(255) NOT NULL, hostsequence integer NOT NULL,
    datestart timestamp NOT NULL, dateend timestamp, nosales integer NOT NULL DEFAULT 0);

CREATE TABLE receipts (
    id varchar(255) PRIMARY KEY, money varchar(255) NOT NULL REFERENCES closedcash, datenew timestamp NOT NULL,
    attributes bytea, person varchar(255));

CREATE TABLE tickets (
    id varchar(255) PRIMARY KEY REFERENCES receipts, tickettype integer NOT NULL DEFAULT 0, ticketid integer NOT NULL,
    person varchar(255) NOT NULL REFERENCES people, customer varchar(255) REFERENCES customers,
    status integer NOT NULL DEFAULT 0);

-- No foreign key to products: tills in the field have lines whose product is gone.
CREATE TABLE ticketlines (
    ticket varchar(255) NOT NULL REFERENCES tickets, line integer NOT NULL, product varchar(255),
    attributesetinstance_id varchar(255), units double precision NOT NULL, price double precision NOT NULL,
    taxid varchar(255) NOT NULL REFERENCES taxes, attributes bytea, PRIMARY KEY (ticket, line));

CREATE TABLE payments (
    id varchar(255) PRIMARY KEY, receipt varchar(255) NOT NULL REFERENCES receipts, payment varchar(255) NOT NULL,
    total double precision NOT NULL DEFAULT 0, tip double precision DEFAULT 0, transid varchar(255),
    isprocessed boolean DEFAULT false, returnmsg bytea, notes varchar(255), tendered double precision,
    cardname varchar(255), voucher varchar(255));

CREATE TABLE taxlines (
    id varchar(255) PRIMARY KEY, receipt varchar(255) NOT NULL REFERENCES receipts,
    taxid varchar(255) NOT NULL REFERENCES taxes, base double precision NOT NULL, amount double precision NOT NULL);

CREATE TABLE stockdiary (
    id varchar(255) PRIMARY KEY, datenew timestamp NOT NULL, reason integer NOT NULL,
    location varchar(255) NOT NULL REFERENCES locations, product varchar(255) NOT NULL,
    attributesetinstance_id varchar(255), units double precision NOT NULL, price double precision NOT NULL,
    appuser varchar(255), supplier varchar(255), supplierdoc varchar(255));

CREATE TABLE stockcurrent (
    location varchar(255) NOT NULL REFERENCES locations, product varchar(255) NOT NULL,
    attributesetinstance_id varchar(255), units double precision NOT NULL);

CREATE UNIQUE INDEX stockcurrent_product ON stockcurrent (location, product, attributesetinstance_id);

-- Open tickets as blobs, without a key: must never be published.
CREATE TABLE sharedtickets (name varchar(255), content bytea);

INSERT INTO locations (id, name) VALUES ('0', 'Shop'), ('1', 'Cellar');
INSERT INTO taxes (id, name, category, rate) VALUES ('001', 'TVA 20 %', '001', 0.2);
INSERT INTO people (id, name, apppassword, role, visible) VALUES ('0', 'Anna', 'sha1:secret', '0', true);
INSERT INTO closedcash (money, host, hostsequence, datestart) VALUES ('m-77', 'till-1', 77, '2026-11-03 08:00:00');
