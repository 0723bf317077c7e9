# Composed from wsio_requirements.md, sha256 44190d6fbf1b6e9d8eabace6ef517355e6a9191b49b80737c9c3e82161c40ba7.
# Do not edit: iospec generate writes this file.
@wsio
Feature: wsio: wsio_get_interface_description

  @SRS_WSIO_01_064
  Rule: SRS_WSIO_01_064
    wsio_get_interface_description shall return a pointer to an IO_INTERFACE_DESCRIPTION structure that contains pointers to the functions: wsio_create, wsio_destroy, wsio_open, wsio_close, wsio_send and wsio_dowork.

    Scenario Outline: over a <underlying> underlying IO
      Given a wsio over a <underlying> underlying IO
      When wsio_get_interface_description is called
      Then wsio_get_interface_description shall return a pointer to an IO_INTERFACE_DESCRIPTION structure that contains pointers to the functions: wsio_create, wsio_destroy, wsio_open, wsio_close, wsio_send and wsio_dowork

      Examples:
        | underlying |
        | mock       |
        | loopback   |
        | native     |
