# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_create

  @SRS_WSIO_01_001
  Rule: SRS_WSIO_01_001
    wsio_create shall create an instance of a wsio and return a non-NULL handle to it.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called
      Then wsio_create shall create an instance of a wsio
      And wsio_create shall return a non-NULL handle to it

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_002
  Rule: SRS_WSIO_01_002
    If the argument io_create_parameters is NULL then wsio_create shall return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called and the argument io_create_parameters is NULL
      Then wsio_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_003
  Rule: SRS_WSIO_01_003
    io_create_parameters shall be used as a WSIO_CONFIG* .

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called
      Then io_create_parameters shall be used as a WSIO_CONFIG*

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_004
  Rule: SRS_WSIO_01_004
    If any of the WSIO_CONFIG fields host, protocol_name or relative_path is NULL then wsio_create shall return NULL.

    Scenario Outline: over a <underlying> underlying IO, <field>
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called and the WSIO_CONFIG field <field> is NULL
      Then wsio_create shall return NULL

      Examples:
        | underlying | field         |
        | mock       | host          |
        | mock       | protocol_name |
        | mock       | relative_path |
        | loopback   | host          |
        | loopback   | protocol_name |
        | loopback   | relative_path |
        | native     | host          |
        | native     | protocol_name |
        | native     | relative_path |

  @SRS_WSIO_01_100
  Rule: SRS_WSIO_01_100
    The trusted_ca member shall be optional (it can be NULL).

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called and the trusted_ca member is NULL
      Then the trusted_ca member shall be optional (it can be NULL)

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_005
  Rule: SRS_WSIO_01_005
    If allocating memory for the new wsio instance fails then wsio_create shall return NULL.

    Scenario Outline: over a <underlying> underlying IO, with <allocation>
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called and the <allocation> of memory for the new wsio instance fails
      Then wsio_create shall return NULL

      Examples:
        | underlying | allocation       |
        | mock       | first allocation |
        | mock       | last allocation  |
        | loopback   | first allocation |
        | loopback   | last allocation  |
        | native     | first allocation |
        | native     | last allocation  |

  @SRS_WSIO_01_006
  Rule: SRS_WSIO_01_006
    The members host, protocol_name, relative_path and trusted_ca shall be copied for later use (they are needed when the IO is opened).

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called
      Then the members host, protocol_name, relative_path and trusted_ca shall be copied for later use (they are needed when the IO is opened)

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_098
  Rule: SRS_WSIO_01_098
    wsio_create shall create a pending IO list that is to be used when sending buffers over the libwebsockets IO by calling list_create.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called
      Then wsio_create shall create a pending IO list that is to be used when sending buffers over the libwebsockets IO by calling list_create

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |

  @SRS_WSIO_01_099
  Rule: SRS_WSIO_01_099
    If list_create fails then wsio_create shall fail and return NULL.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_create is called and list_create fails
      Then wsio_create shall fail
      And wsio_create shall return NULL

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
