-- The tables of a uniCenta oPOS till that a sale touches, reduced to what a sale needs.
-- Money and units are double precision and times have no zone because the real till writes them so.

CREATE TABLE locations (
    id varchar(255) PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    address varchar(255)
);

CREATE TABLE taxes (
    id varchar(255) PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    category varchar(255) NOT NULL,
    rate double precision NOT NULL
);

CREATE TABLE people (
    id varchar(255) PRIMARY KEY,
    name varchar(255) NOT NULL UNIQUE,
    apppassword varchar(255),
    role varchar(255) NOT NULL,
    visible boolean NOT NULL
);

CREATE TABLE products (
    id varchar(255) PRIMARY KEY,
    reference varchar(255) NOT NULL UNIQUE,
    code varchar(255) NOT NULL UNIQUE,
    codetype varchar(255),
    name varchar(255) NOT NULL,
    pricebuy double precision NOT NULL DEFAULT 0,
    pricesell double precision NOT NULL DEFAULT 0,
    category varchar(255) NOT NULL,
    taxcat varchar(255) NOT NULL,
    attributeset_id varchar(255),
    isservice boolean NOT NULL DEFAULT false,
    iscom boolean NOT NULL DEFAULT false,
    isscale boolean NOT NULL DEFAULT false,
    stockunits double precision NOT NULL DEFAULT 0,
    supplier varchar(255),
    uom varchar(255) DEFAULT '0',
    attributes bytea
);

CREATE TABLE customers (
    id varchar(255) PRIMARY KEY,
    searchkey varchar(255) NOT NULL UNIQUE,
    taxid varchar(255),
    name varchar(255) NOT NULL,
    firstname varchar(255),
    lastname varchar(255),
    email varchar(255),
    phone varchar(255),
    phone2 varchar(255),
    fax varchar(255),
    card varchar(255),
    address varchar(255),
    address2 varchar(255),
    postal varchar(255),
    city varchar(255),
    region varchar(255),
    country varchar(255),
    maxdebt double precision NOT NULL DEFAULT 0,
    curdebt double precision DEFAULT 0,
    curdate timestamp,
    notes varchar(255),
    visible boolean NOT NULL DEFAULT true,
    isvip boolean NOT NULL DEFAULT false,
    discount double precision DEFAULT 0,
    taxcategory varchar(255),
    image bytea
);

CREATE TABLE closedcash (
    money varchar(255) PRIMARY KEY,
    host varchar(255) NOT NULL,
    hostsequence integer NOT NULL,
    datestart timestamp NOT NULL,
    dateend timestamp,
    nosales integer NOT NULL DEFAULT 0,
    UNIQUE (host, hostsequence)
);

CREATE TABLE receipts (
    id varchar(255) PRIMARY KEY,
    money varchar(255) NOT NULL REFERENCES closedcash,
    datenew timestamp NOT NULL,
    attributes bytea,
    person varchar(255)
);

CREATE TABLE tickets (
    id varchar(255) PRIMARY KEY REFERENCES receipts,
    tickettype integer NOT NULL DEFAULT 0,
    ticketid integer NOT NULL,
    person varchar(255) NOT NULL REFERENCES people,
    customer varchar(255) REFERENCES customers,
    status integer NOT NULL DEFAULT 0
);

CREATE TABLE ticketlines (
    ticket varchar(255) NOT NULL REFERENCES tickets,
    line integer NOT NULL,
    product varchar(255) REFERENCES products,
    attributesetinstance_id varchar(255),
    units double precision NOT NULL,
    price double precision NOT NULL,
    taxid varchar(255) NOT NULL REFERENCES taxes,
    attributes bytea,
    PRIMARY KEY (ticket, line)
);

CREATE TABLE payments (
    id varchar(255) PRIMARY KEY,
    receipt varchar(255) NOT NULL REFERENCES receipts,
    payment varchar(255) NOT NULL,
    total double precision NOT NULL DEFAULT 0,
    tip double precision DEFAULT 0,
    transid varchar(255),
    isprocessed boolean DEFAULT false,
    returnmsg bytea,
    notes varchar(255),
    tendered double precision,
    cardname varchar(255),
    voucher varchar(255)
);

CREATE TABLE taxlines (
    id varchar(255) PRIMARY KEY,
    receipt varchar(255) NOT NULL REFERENCES receipts,
    taxid varchar(255) NOT NULL REFERENCES taxes,
    base double precision NOT NULL DEFAULT 0,
    amount double precision NOT NULL DEFAULT 0
);

CREATE TABLE stockdiary (
    id varchar(255) PRIMARY KEY,
    datenew timestamp NOT NULL,
    reason integer NOT NULL,
    location varchar(255) NOT NULL REFERENCES locations,
    product varchar(255) NOT NULL REFERENCES products,
    attributesetinstance_id varchar(255),
    units double precision NOT NULL,
    price double precision NOT NULL,
    appuser varchar(255),
    supplier varchar(255),
    supplierdoc varchar(255)
);

CREATE TABLE stocklevel (
    id varchar(255) PRIMARY KEY,
    location varchar(255) NOT NULL REFERENCES locations,
    product varchar(255) NOT NULL REFERENCES products,
    stocksecurity double precision,
    stockmaximum double precision
);

-- No primary key, as at the real till. Once published for capture, the server refuses each UPDATE of such a table
-- unless it may log the whole old row: without the last statement the till stops selling.
CREATE TABLE stockcurrent (
    location varchar(255) NOT NULL REFERENCES locations,
    product varchar(255) NOT NULL REFERENCES products,
    attributesetinstance_id varchar(255),
    units double precision NOT NULL
);

CREATE UNIQUE INDEX stockcurrent_product ON stockcurrent (location, product, attributesetinstance_id);

ALTER TABLE stockcurrent REPLICA IDENTITY FULL;

INSERT INTO locations (id, name) VALUES ('0', 'Shop');
INSERT INTO taxes (id, name, category, rate) VALUES ('001', 'VAT 17.5 %', '001', 0.175);
INSERT INTO people (id, name, role, visible) VALUES ('0', 'Till', '0', true);
