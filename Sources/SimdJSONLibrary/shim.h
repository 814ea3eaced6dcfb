#pragma once
// The C++ header is included by CSimdJSON; this module only carries the linker flags.
