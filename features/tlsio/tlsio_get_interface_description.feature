# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: tlsio_get_interface_description

  @SRS_TLSIO_30_008
  Rule: SRS_TLSIO_30_008
    The tlsio_get_interface_description shall return the VTable IO_INTERFACE_DESCRIPTION.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      When tlsio_get_interface_description is called
      Then tlsio_get_interface_description shall return the VTable IO_INTERFACE_DESCRIPTION

      Examples:
        | underlying |
        | mock       |
        | loopback   |
