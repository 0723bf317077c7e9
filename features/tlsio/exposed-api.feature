# Composed from tlsio_requirements.md, sha256 3352bc0e01cf9c22375e355f6fc1f07c3d8ad17276db8faadef5995b7869dafe.
# Do not edit: iospec generate writes this file.
@tlsio
Feature: tlsio: Exposed API

  @SRS_TLSIO_30_001
  Rule: SRS_TLSIO_30_001
    The tlsio shall implement and export all the Concrete functions in the VTable IO_INTERFACE_DESCRIPTION defined in the `xio.h`.

    Scenario Outline: over a <underlying> underlying IO
      Given a tlsio over a <underlying> underlying IO
      Then the tlsio shall implement and export all the Concrete functions in the VTable IO_INTERFACE_DESCRIPTION defined in the xio.h
        ```c
        typedef OPTIONHANDLER_HANDLE (*IO_RETRIEVEOPTIONS)(CONCRETE_IO_HANDLE concrete_io);
        typedef CONCRETE_IO_HANDLE(*IO_CREATE)(void* io_create_parameters);
        typedef void(*IO_DESTROY)(CONCRETE_IO_HANDLE concrete_io);
        typedef int(*IO_OPEN)(CONCRETE_IO_HANDLE concrete_io, ON_IO_OPEN_COMPLETE on_io_open_complete, 
            void* on_io_open_complete_context, ON_BYTES_RECEIVED on_bytes_received, 
            void* on_bytes_received_context, ON_IO_ERROR on_io_error, void* on_io_error_context);
        typedef int(*IO_CLOSE)(CONCRETE_IO_HANDLE concrete_io, ON_IO_CLOSE_COMPLETE on_io_close_complete,
            void* callback_context);
        typedef int(*IO_SEND)(CONCRETE_IO_HANDLE concrete_io, const void* buffer, size_t size, 
            ON_SEND_COMPLETE on_send_complete, void* callback_context);
        typedef void(*IO_DOWORK)(CONCRETE_IO_HANDLE concrete_io);
        typedef int(*IO_SETOPTION)(CONCRETE_IO_HANDLE concrete_io, const char* optionName, 
            const void* value);


        typedef struct IO_INTERFACE_DESCRIPTION_TAG
        {
            IO_RETRIEVEOPTIONS concrete_io_retrieveoptions;
            IO_CREATE concrete_io_create;
            IO_DESTROY concrete_io_destroy;
            IO_OPEN concrete_io_open;
            IO_CLOSE concrete_io_close;
            IO_SEND concrete_io_send;
            IO_DOWORK concrete_io_dowork;
            IO_SETOPTION concrete_io_setoption;
        } IO_INTERFACE_DESCRIPTION;
        ```

      Examples:
        | underlying |
        | mock       |
        | loopback   |
